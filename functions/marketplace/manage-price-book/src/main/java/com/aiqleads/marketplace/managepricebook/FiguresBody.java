package com.aiqleads.marketplace.managepricebook;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.pricing.Figures;
import com.aiqleads.marketplace.pricing.Step;
import com.aiqleads.marketplace.pricing.Unsold;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What prices are made of, as it is shown and as it is asked for.
@Serdeable
@Schema(
    name = "Figures",
    requiredProperties = {
      "baseBySource",
      "baseOfOtherSources",
      "percentByType",
      "percentByState",
      "percentByAgeDays",
      "percentByTaken",
      "percentBySupply",
      "percentByDemand",
      "unsold",
      "exclusivePercent",
      "stepPercent",
      "floor",
      "ceiling"
    })
record FiguresBody(
    @Schema(description = "What a fresh lead of a source costs before anything else is known")
        @Nullable Map<String, @Nullable Money> baseBySource,
    @Nullable Money baseOfOtherSources,
    @Nullable Map<String, @Nullable Integer> percentByType,
    @Nullable Map<String, @Nullable Integer> percentByState,
    @Schema(description = "Never dearer with age")
        @Nullable List<@Nullable StepBody> percentByAgeDays,
    @Schema(description = "By how many of its slots are sold")
        @Nullable List<@Nullable StepBody> percentByTaken,
    @Schema(description = "By how many leads like it are on sale around it")
        @Nullable List<@Nullable StepBody> percentBySupply,
    @Schema(description = "By what buyers do there, in points for a hundred leads on sale")
        @Nullable List<@Nullable StepBody> percentByDemand,
    @Nullable UnsoldBody unsold,
    @Schema(minimum = "100", maximum = "1000") @Nullable Integer exclusivePercent,
    @Schema(minimum = "1", maximum = "100", description = "Of a price, at once")
        @Nullable Integer stepPercent,
    @Nullable Money floor,
    @Nullable Money ceiling) {

  private static final int MAX_NAME = 40;

  @Serdeable
  @Schema(
      name = "PriceStep",
      requiredProperties = {"from", "percent"})
  record StepBody(@Nullable Long from, @Nullable Integer percent) {}

  @Serdeable
  @Schema(
      name = "ReverseAuction",
      description = "What nobody takes gets cheaper, step by step",
      requiredProperties = {"graceHours", "everyHours", "stepPercent", "leastPercent"})
  record UnsoldBody(
      @Nullable Integer graceHours,
      @Nullable Integer everyHours,
      @Nullable Integer stepPercent,
      @Nullable Integer leastPercent) {}

  static FiguresBody of(Figures figures) {
    return new FiguresBody(
        new TreeMap<>(figures.baseBySource()),
        figures.baseOfOtherSources(),
        new TreeMap<>(figures.percentByType()),
        new TreeMap<>(figures.percentByState()),
        steps(figures.percentByAgeDays()),
        steps(figures.percentByTaken()),
        steps(figures.percentBySupply()),
        steps(figures.percentByDemand()),
        new UnsoldBody(
            figures.unsold().graceHours(),
            figures.unsold().everyHours(),
            figures.unsold().stepPercent(),
            figures.unsold().leastPercent()),
        figures.exclusivePercent(),
        figures.stepPercent(),
        figures.floor(),
        figures.ceiling());
  }

  private static List<@Nullable StepBody> steps(List<Step> steps) {
    List<@Nullable StepBody> shown = new ArrayList<>();
    steps.forEach(step -> shown.add(new StepBody(step.from(), step.percent())));
    return shown;
  }

  /// Remembers what is wrong; a book that contradicts itself is wrong as a whole.
  Optional<Figures> checked(Fields fields) {
    Fill fill = new Fill(fields);
    Map<String, Money> bases = fill.entries("baseBySource", baseBySource);
    Money base = fill.value("baseOfOtherSources", baseOfOtherSources, Figures.DEAREST);
    Map<String, Integer> types = fill.entries("percentByType", percentByType);
    Map<String, Integer> states = fill.entries("percentByState", percentByState);
    List<Step> ages = fill.steps("percentByAgeDays", percentByAgeDays);
    List<Step> taken = fill.steps("percentByTaken", percentByTaken);
    List<Step> supply = fill.steps("percentBySupply", percentBySupply);
    List<Step> demand = fill.steps("percentByDemand", percentByDemand);
    Optional<Unsold> auction = fill.unsold(unsold);
    int exclusive = fill.value("exclusivePercent", exclusivePercent, Figures.UNCHANGED_PERCENT);
    int step = fill.value("stepPercent", stepPercent, Figures.UNCHANGED_PERCENT);
    Money lowest = fill.value("floor", floor, Figures.DEAREST);
    Money highest = fill.value("ceiling", ceiling, Figures.DEAREST);
    if (!fill.isWhole) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Figures(
              bases,
              base,
              types,
              states,
              ages,
              taken,
              supply,
              demand,
              auction.orElseThrow(),
              exclusive,
              step,
              lowest,
              highest));
    } catch (IllegalArgumentException contradiction) {
      fields.refuse("figures", String.valueOf(contradiction.getMessage()));
      return Optional.empty();
    }
  }

  /// Takes field by field what may be missing.
  private static final class Fill {
    private final Fields fields;
    private boolean isWhole = true;

    Fill(Fields fields) {
      this.fields = fields;
    }

    private void refuse(String field, String rule) {
      fields.refuse("figures." + field, rule);
      isWhole = false;
    }

    <T> T value(String field, @Nullable T value, T instead) {
      if (value == null) {
        refuse(field, "is required");
        return instead;
      }
      return value;
    }

    <T> Map<String, T> entries(String field, @Nullable Map<String, @Nullable T> all) {
      Map<String, T> kept = new TreeMap<>();
      value(field, all, Map.<String, @Nullable T>of())
          .forEach(
              (name, value) -> {
                if (value == null || name.isBlank() || name.length() > MAX_NAME) {
                  refuse(field, "must have a value for each name of at most 40 characters");
                } else {
                  kept.put(name, value);
                }
              });
      return kept;
    }

    List<Step> steps(String field, @Nullable List<@Nullable StepBody> all) {
      List<Step> steps = new ArrayList<>();
      for (@Nullable StepBody given : value(field, all, List.<@Nullable StepBody>of())) {
        StepBody step = value(field, given, new StepBody(0L, 0));
        try {
          steps.add(
              new Step(
                  value(field + ".from", step.from(), 0L),
                  value(field + ".percent", step.percent(), Figures.UNCHANGED_PERCENT)));
        } catch (IllegalArgumentException _) {
          refuse(field, "must have steps from 0 on, of 0 to " + Figures.MAX_PERCENT + " percent");
        }
      }
      return steps;
    }

    Optional<Unsold> unsold(@Nullable UnsoldBody body) {
      UnsoldBody given = value("unsold", body, new UnsoldBody(0, 1, 0, 1));
      try {
        return Optional.of(
            new Unsold(
                value("unsold.graceHours", given.graceHours(), 0),
                value("unsold.everyHours", given.everyHours(), 1),
                value("unsold.stepPercent", given.stepPercent(), 0),
                value("unsold.leastPercent", given.leastPercent(), 1)));
      } catch (IllegalArgumentException _) {
        refuse("unsold", "must wait no less than 0 hours and leave 1 to 100 percent");
        return Optional.empty();
      }
    }
  }
}
