package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What prices are made of. Percentages are whole numbers, so every price is exact.
///
/// @param percentByTaken by how many of the lead's slots are sold
/// @param percentBySupply by how many leads of its kind are on sale around it
/// @param percentByDemand by what buyers do there: points for a hundred leads on sale
/// @param stepPercent how much of a price may change at once while the lead stays the same
/// @param exclusivePercent what it costs to be the only buyer
public record Figures(
    Map<String, Money> baseBySource,
    Money baseOfOtherSources,
    Map<String, Integer> percentByType,
    Map<String, Integer> percentByState,
    List<Step> percentByAgeDays,
    List<Step> percentByTaken,
    List<Step> percentBySupply,
    List<Step> percentByDemand,
    Unsold unsold,
    int exclusivePercent,
    int stepPercent,
    Money floor,
    Money ceiling) {

  public static final int UNCHANGED_PERCENT = 100;
  public static final int MAX_PERCENT = 1_000;
  public static final int MAX_ENTRIES = 100;

  /// More than any lead is worth, and less than would overflow.
  public static final Money DEAREST = Money.usd(1_000_000_00);

  public Figures {
    baseBySource = Map.copyOf(baseBySource);
    percentByType = Map.copyOf(percentByType);
    percentByState = Map.copyOf(percentByState);
    percentByAgeDays = List.copyOf(percentByAgeDays);
    percentByTaken = List.copyOf(percentByTaken);
    percentBySupply = List.copyOf(percentBySupply);
    percentByDemand = List.copyOf(percentByDemand);
    if (floor.isNegative() || floor.compareTo(ceiling) > 0) {
      throw new IllegalArgumentException("no price between " + floor + " and " + ceiling);
    }
    if (!areSteps(List.of(percentByAgeDays, percentByTaken, percentBySupply, percentByDemand))) {
      throw new IllegalArgumentException("steps are few, and each begins after the one before it");
    }
    if (!isFalling(percentByAgeDays)) {
      throw new IllegalArgumentException("a lead is never dearer for being older");
    }
    if (!arePercents(percentByType) || !arePercents(percentByState)) {
      throw new IllegalArgumentException("percentages are 0 to " + MAX_PERCENT);
    }
    if (exclusivePercent < UNCHANGED_PERCENT || exclusivePercent > MAX_PERCENT) {
      throw new IllegalArgumentException("who buys alone pays no less");
    }
    if (stepPercent < 1 || stepPercent > UNCHANGED_PERCENT) {
      throw new IllegalArgumentException("a step is a hundredth of a price to all of it");
    }
    if (!areAmounts(baseBySource, baseOfOtherSources, ceiling)) {
      throw new IllegalArgumentException("amounts are in one currency and at most " + DEAREST);
    }
  }

  private static boolean areSteps(List<List<Step>> all) {
    return all.stream().allMatch(steps -> steps.size() <= MAX_ENTRIES && Step.areInOrder(steps));
  }

  private static boolean isFalling(List<Step> steps) {
    int before = UNCHANGED_PERCENT;
    for (Step step : steps) {
      if (step.percent() > before) {
        return false;
      }
      before = step.percent();
    }
    return true;
  }

  private static boolean arePercents(Map<String, Integer> percents) {
    return percents.size() <= MAX_ENTRIES
        && percents.values().stream().allMatch(it -> it >= 0 && it <= MAX_PERCENT);
  }

  private static boolean areAmounts(Map<String, Money> bases, Money other, Money ceiling) {
    return bases.size() <= MAX_ENTRIES
        && Stream.concat(bases.values().stream(), Stream.of(other, ceiling))
            .allMatch(
                amount ->
                    amount.currency().equals(DEAREST.currency())
                        && !amount.isNegative()
                        && amount.compareTo(DEAREST) <= 0);
  }

  Money base(String source) {
    return baseBySource.getOrDefault(source, baseOfOtherSources);
  }

  int typePercent(String type) {
    return percentByType.getOrDefault(type, UNCHANGED_PERCENT);
  }

  int statePercent(String state) {
    return percentByState.getOrDefault(state, UNCHANGED_PERCENT);
  }
}
