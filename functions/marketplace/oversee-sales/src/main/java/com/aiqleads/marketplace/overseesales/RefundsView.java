package com.aiqleads.marketplace.overseesales;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.refunds.Refund;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A page of what went back to the buyers of all teams.
@Serdeable
record RefundsView(
    List<RefundView> refunds,
    @Nullable @Schema(description = "`cursor` of the next page; none on the last.") String next) {

  static RefundsView of(List<Refund> page, @Nullable String next) {
    return new RefundsView(page.stream().map(RefundView::of).toList(), next);
  }

  @Serdeable
  record ReasonView(String code, String text) {}

  @Serdeable
  record RefundView(
      String id,
      @Schema(description = "When it moved; of what has not yet, since when that is so.")
          Instant at,
      TeamId team,
      @Schema(
              allowableValues = {
                "return",
                "recall",
                "undelivered",
                "appeal",
                "order_refund",
                "card_refund",
                "chargeback",
                "reversal"
              })
          String kind,
      @Schema(allowableValues = {"due", "asked", "done", "failed", "contested"}) String state,
      Money amount,
      ReasonView reason,
      @Schema(allowableValues = {"rule", "person", "gateway", "bank"}) String decidedBy,
      @Nullable @Schema(description = "Whoever of ours decided it.") UserId person,
      @Nullable @Schema(description = "That was given back.") LeadId lead,
      @Nullable @Schema(description = "None if it became no sale.") String order,
      @Nullable
          @Schema(
              description = "Its credit note, once it is written; of what came again, a receipt.")
          PaperView paper) {

    static RefundView of(Refund refund) {
      return new RefundView(
          refund.id().text(),
          refund.at(),
          refund.team(),
          refund.kind().code(),
          refund.state().code(),
          refund.amount(),
          new ReasonView(refund.reason().code(), refund.reason().text()),
          refund.decider().name().toLowerCase(Locale.ROOT),
          refund.judge().orElse(null),
          refund.lead().orElse(null),
          refund.order().map(order -> order.text()).orElse(null),
          refund.paper().map(PaperView::of).orElse(null));
    }
  }
}
