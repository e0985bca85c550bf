package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A gateway that outlives everybody who asks it, and counts what cards were charged and given
/// back. While it is silent it does what it is asked to, and nobody hears of it.
final class KilledBank implements PaymentGateway {

  private enum Page {
    OPEN,
    PAID,
    EXPIRED
  }

  private final Map<PaymentId, Page> pages = new HashMap<>();
  private final Map<PaymentId, Money> refunds = new HashMap<>();
  private long charged;
  private long returned;
  private boolean isSilent;

  void silent(boolean on) {
    isSilent = on;
  }

  /// Somebody types a card, if there is a page to type it on.
  boolean pay(PaymentId payment, Money amount) {
    if (pages.get(payment) != Page.OPEN) {
      return false;
    }
    pages.put(payment, Page.PAID);
    charged += amount.minorUnits();
    return true;
  }

  void expire() {
    pages.replaceAll((_, page) -> page == Page.OPEN ? Page.EXPIRED : page);
  }

  boolean isPaid(PaymentId payment) {
    return pages.get(payment) == Page.PAID;
  }

  long charged() {
    return charged;
  }

  long returned() {
    return returned;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public GatewayAnswer start(Payment payment) {
    pages.putIfAbsent(payment.id(), Page.OPEN);
    return ask(payment);
  }

  @Override
  public GatewayAnswer ask(Payment payment) {
    String session = "cs " + payment.id().text();
    GatewayAnswer.GivenBack names = GatewayTalk.givenBack(payment.id(), payment.amount());
    return said(
        switch (pages.getOrDefault(payment.id(), Page.EXPIRED)) {
          case OPEN -> new GatewayAnswer.NeedsAction(session, URI.create("https://pay.example/"));
          case PAID -> new GatewayAnswer.Succeeded(session, names.intent(), payment.amount());
          case EXPIRED -> new GatewayAnswer.Declined("expired");
        });
  }

  @Override
  public GatewayAnswer end(Payment payment) {
    pages.computeIfPresent(payment.id(), (_, page) -> page == Page.OPEN ? Page.EXPIRED : page);
    return ask(payment);
  }

  @Override
  public GatewayAnswer giveBack(Payment payment) {
    if (Optional.ofNullable(refunds.put(payment.id(), payment.amount())).isEmpty()) {
      returned += payment.amount().minorUnits();
    }
    return said(GatewayTalk.givenBack(payment.id(), payment.amount()));
  }

  private GatewayAnswer said(GatewayAnswer answer) {
    return isSilent ? new GatewayAnswer.Unknown("time-out") : answer;
  }
}
