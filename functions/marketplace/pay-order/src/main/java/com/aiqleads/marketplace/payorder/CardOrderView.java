package com.aiqleads.marketplace.payorder;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentState;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is told about an order that is paid by card.
@Serdeable
record CardOrderView(
    String id,
    String order,
    Money total,
    @Schema(allowableValues = {"open", "paid", "canceled", "refund_due", "refunded"}) String state,
    @Schema(
            allowableValues = {
              "created",
              "unknown",
              "needs_action",
              "pending",
              "failed",
              "succeeded"
            })
        String payment,
    @Nullable @Schema(description = "Where to pay, as long as that is possible.") URI page,
    @Nullable @Schema(description = "Until when.") Instant until,
    @Nullable @Schema(description = "Why the last card was refused, or the payment failed.")
        String declined,
    @Nullable
        @Schema(
            allowableValues = {
              "not_on_sale",
              "taken",
              "over_limit",
              "paid_otherwise",
              "taken_back"
            },
            description = "Why the money goes back.")
        String reason) {

  static CardOrderView of(CardOrder order, Payment payment, Instant now) {
    boolean isOpen =
        payment.state() == PaymentState.NEEDS_ACTION && now.isBefore(payment.pageUntil());
    return new CardOrderView(
        payment.id().text(),
        order.id().text(),
        order.amount(),
        lower(order.state()),
        lower(payment.state()),
        isOpen ? payment.page().orElse(null) : null,
        isOpen ? payment.pageUntil() : null,
        payment.state() == PaymentState.SUCCEEDED ? null : payment.reason().orElse(null),
        order.reason().map(CardOrderView::lower).orElse(null));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
