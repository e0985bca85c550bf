package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import java.util.UUID;

/// What an invoice will say. All its ids follow from what it is for, so that it cannot be there
/// twice.
///
/// @param number of the step in its period
/// @param credits what it grants when it is paid
public record Bill(
    SubscriptionId subscription,
    Period period,
    int number,
    Step step,
    String text,
    Money net,
    Money tax,
    Money credits) {

  public InvoiceId id() {
    return new InvoiceId(
        Ids.derived(
            "invoice",
            subscription.text(),
            Integer.toString(period.number()),
            Integer.toString(number)));
  }

  public Money total() {
    return net.plus(tax);
  }

  /// The movement of money that pays an invoice.
  public static UUID payment(InvoiceId invoice) {
    return Ids.derived("payment", invoice.text());
  }

  /// The lot of what a plan includes.
  public static UUID credit(InvoiceId invoice) {
    return Ids.derived("credit", invoice.text());
  }
}
