package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnRate;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is told about returns.
final class ReturnViews {

  private ReturnViews() {}

  @Serdeable
  record WhyView(String code, String text) {

    static WhyView of(Reason reason) {
      return new WhyView(reason.code(), reason.text());
    }
  }

  @Serdeable
  record ReturnView(
      String id,
      String line,
      LeadId lead,
      String headline,
      String reason,
      @Schema(allowableValues = {"waiting", "credited", "refused", "appealed"}) String state,
      @Schema(allowableValues = {"proven", "plausible", "open", "refuted", "judged"})
          String verdict,
      Money paid,
      @Schema(description = "What came back into the wallet by it.") Money credited,
      @Schema(description = "What it was decided by.") List<WhyView> because,
      @Schema(description = "We found it out ourselves.") boolean recalled,
      @Schema(description = "`POST /returns/{id}/appeals` lets a person look.") boolean appealable,
      Instant askedAt,
      @Nullable Instant settledAt) {

    static ReturnView of(LeadReturn what) {
      return new ReturnView(
          what.id().text(),
          what.line().text(),
          what.lead(),
          what.headline(),
          what.reason().code(),
          what.state().name().toLowerCase(Locale.ROOT),
          what.verdict().name().toLowerCase(Locale.ROOT),
          what.paid(),
          what.credited(),
          what.reasons().stream().map(WhyView::of).toList(),
          !what.asked(),
          what.isAppealable(),
          what.askedAt(),
          what.settledAt().orElse(null));
    }
  }

  @Serdeable
  record ReturnsView(
      List<ReturnView> returns,
      @Nullable @Schema(description = "`before` of the next page, if there may be one.")
          Instant next) {

    static ReturnsView of(List<LeadReturn> returns, int limit) {
      return new ReturnsView(
          returns.stream().map(ReturnView::of).toList(),
          returns.size() < limit ? null : returns.getLast().askedAt());
    }
  }

  /// For whoever judges: with what the buyer wrote, which may name the seller.
  @Serdeable
  record AppealView(ReturnView what, TeamId team, String evidence, String appeal) {

    static AppealView of(LeadReturn what) {
      return new AppealView(ReturnView.of(what), what.team(), what.evidence(), what.appeal());
    }

    @Override
    public String toString() {
      return "AppealView[" + what.id() + "]";
    }
  }

  @Serdeable
  record AppealsView(List<AppealView> appeals) {

    static AppealsView of(List<LeadReturn> returns) {
      return new AppealsView(returns.stream().map(AppealView::of).toList());
    }
  }

  @Serdeable
  record RateView(
      @Schema(allowableValues = {"source", "team", "reason"}) String kind,
      String of,
      int sold,
      int returned,
      @Schema(description = "Of the returned, those that we found out ourselves.") int recalled) {

    static RateView of(ReturnRate rate) {
      return new RateView(
          rate.kind().name().toLowerCase(Locale.ROOT),
          switch (rate.kind()) {
            case SOURCE -> rate.of();
            case TEAM -> new TeamId(UUID.fromString(rate.of())).text();
            case REASON -> rate.of().toLowerCase(Locale.ROOT);
          },
          rate.sold(),
          rate.returned(),
          rate.recalled());
    }
  }

  @Serdeable
  record RatesView(List<RateView> rates) {

    static RatesView of(List<ReturnRate> rates) {
      return new RatesView(rates.stream().map(RateView::of).toList());
    }
  }
}
