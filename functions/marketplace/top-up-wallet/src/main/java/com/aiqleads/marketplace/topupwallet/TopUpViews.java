package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentState;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is told about payments into a wallet.
final class TopUpViews {

  private TopUpViews() {}

  @Serdeable
  record TopUpView(
      String id,
      @Schema(
              allowableValues = {
                "created",
                "unknown",
                "needs_action",
                "pending",
                "failed",
                "succeeded"
              })
          String state,
      Money amount,
      Instant at,
      @Nullable @Schema(description = "Where to pay, as long as that is possible.") URI page,
      @Nullable @Schema(description = "Why it, or the last card, failed.") String reason) {

    static TopUpView of(Payment payment) {
      boolean isOpen = payment.state() == PaymentState.NEEDS_ACTION;
      return new TopUpView(
          payment.id().text(),
          payment.state().name().toLowerCase(Locale.ROOT),
          payment.amount(),
          payment.at(),
          isOpen ? payment.page().orElse(null) : null,
          payment.reason().orElse(null));
    }
  }

  @Serdeable
  record TopUpsView(List<TopUpView> topUps) {

    static TopUpsView of(List<Payment> payments) {
      return new TopUpsView(payments.stream().map(TopUpView::of).toList());
    }
  }
}
