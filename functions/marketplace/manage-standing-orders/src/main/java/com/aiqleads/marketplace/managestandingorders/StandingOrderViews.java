package com.aiqleads.marketplace.managestandingorders;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders.Answer;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.StandingOrders.Result;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.marketplace.standing.Why;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is told about standing orders.
final class StandingOrderViews {

  private StandingOrderViews() {}

  @Serdeable
  record StandingOrderView(
      String id,
      String name,
      @Schema(allowableValues = {"active", "paused"}) String state,
      @Nullable
          @Schema(
              description =
                  "Why it is parked: whoever lets it go on takes it over; null of most orders.",
              allowableValues = "maker-left")
          String parked,
      Map<String, String> search,
      @Schema(allowableValues = {"buy", "alert"}) String act,
      @Schema(allowableValues = {"shared", "exclusive"}) String mode,
      @Nullable Money limit,
      List<CapView> caps,
      @Schema(allowableValues = {"instant", "daily", "weekly"}) String channel,
      @Nullable Instant validUntil,
      @Schema(description = "Its place in line: the older, the earlier.") Instant since,
      Instant madeAt) {

    static StandingOrderView of(StandingOrder order, boolean isParked) {
      Terms terms = order.terms();
      return new StandingOrderView(
          order.id().text(),
          terms.name(),
          order.state().text(),
          isParked ? "maker-left" : null,
          terms.box().search(),
          terms.act().text(),
          terms.mode().text(),
          terms.limit().orElse(null),
          terms.caps().stream().map(CapView::of).toList(),
          terms.channel().text(),
          terms.until().orElse(null),
          order.since(),
          order.madeAt());
    }
  }

  @Serdeable
  record StandingOrdersView(List<StandingOrderView> standingOrders) {

    static StandingOrdersView of(List<StandingOrder> orders, Set<StandingOrderId> parked) {
      return new StandingOrdersView(
          orders.stream()
              .map(order -> StandingOrderView.of(order, parked.contains(order.id())))
              .toList());
    }
  }

  @Serdeable
  record OutcomeView(
      @Schema(allowableValues = {"bought", "told", "missed"}) String outcome,
      @Nullable @Schema(description = "What it cost.") Money price,
      @Nullable @Schema(description = "Of what was missed: a stable word.") String reason,
      @Schema(description = "The same for people; one sentence or more.") List<String> sentences) {

    static OutcomeView of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Bought(Money price) -> new OutcomeView("bought", price, null, List.of());
        case Outcome.Told(Money price) -> new OutcomeView("told", price, null, List.of());
        case Outcome.Missed(Why(Miss miss, List<String> parts)) ->
            new OutcomeView(
                "missed", null, miss.text(), parts.isEmpty() ? List.of(miss.sentence()) : parts);
      };
    }
  }

  @Serdeable
  record FillView(LeadId lead, String headline, OutcomeView result, Instant at) {

    static FillView of(Result result) {
      return new FillView(
          result.lead(), result.headline(), OutcomeView.of(result.outcome()), result.at());
    }
  }

  @Serdeable
  record FillsView(
      List<FillView> fills,
      @Nullable @Schema(description = "`before` of the next page, if there may be one.")
          Instant next) {

    static FillsView of(List<Result> results, int limit) {
      return new FillsView(
          results.stream().map(FillView::of).toList(),
          results.size() < limit ? null : results.getLast().at());
    }
  }

  @Serdeable
  record WhyView(String standingOrder, String name, OutcomeView result, Instant at) {

    static WhyView of(Answer answer) {
      return new WhyView(
          answer.order().id().text(),
          answer.order().terms().name(),
          OutcomeView.of(answer.outcome()),
          answer.at());
    }
  }

  @Serdeable
  record WhysView(LeadId lead, List<WhyView> answers) {

    static WhysView of(LeadId lead, List<Answer> answers) {
      return new WhysView(lead, answers.stream().map(WhyView::of).toList());
    }
  }
}
