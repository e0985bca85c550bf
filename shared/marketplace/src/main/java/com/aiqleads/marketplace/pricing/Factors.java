package com.aiqleads.marketplace.pricing;

import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a base price is multiplied with, each factor with its reason in plain words. What says
/// nothing of this lead is left out.
record Factors(Figures figures) {
  /// A lead of middling quality costs what its kind costs; the best half as much again.
  private static final int QUALITY_BASE_PERCENT = 50;

  record Factor(String code, String what, int percent) {

    Reason reason() {
      String capital = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
      return percent == Figures.UNCHANGED_PERCENT
          ? new Reason(code, capital + ": no change.")
          : new Reason(code, capital + ": " + percent + " % of that.");
    }
  }

  List<Factor> of(Circumstances lead) {
    List<Factor> factors = new ArrayList<>(ofTheLead(lead));
    ofTheMarket(lead.market()).stream()
        .filter(factor -> factor.percent() != Figures.UNCHANGED_PERCENT)
        .forEach(factors::add);
    return factors;
  }

  private List<Factor> ofTheLead(Circumstances lead) {
    return List.of(
        new Factor("type", lead.type().replace('_', ' '), figures.typePercent(lead.type())),
        new Factor("place", lead.state(), figures.statePercent(lead.state())),
        new Factor(
            "age",
            ageInWords(lead.ageDays()),
            Step.percent(figures.percentByAgeDays(), lead.ageDays())),
        new Factor(
            "quality",
            "quality " + lead.quality() + " of " + Score.MAX_POINTS,
            QUALITY_BASE_PERCENT + lead.quality()),
        new Factor(
            "fraud",
            "signs of fraud " + lead.fraud() + " of " + Score.MAX_POINTS,
            Score.MAX_POINTS - lead.fraud()));
  }

  private List<Factor> ofTheMarket(Market market) {
    List<Factor> factors = new ArrayList<>();
    factors.add(
        new Factor(
            "taken",
            "bought by " + counted(market.taken(), "team"),
            Step.percent(figures.percentByTaken(), market.taken())));
    Long supply = market.supply();
    if (supply != null) {
      factors.add(
          new Factor(
              "scarcity",
              counted(supply, "lead") + " like it on sale around it",
              Step.percent(figures.percentBySupply(), supply)));
    }
    Long demand = market.demand();
    if (demand != null) {
      factors.add(
          new Factor(
              "demand",
              "buyers look for leads like it",
              Step.percent(figures.percentByDemand(), demand)));
    }
    Long response = market.response();
    if (response != null) {
      factors.add(
          new Factor(
              "response", "what buyers take of what they look at", Math.toIntExact(response)));
    }
    factors.add(
        new Factor(
            "unsold",
            "nobody took it for " + counted(market.hoursUnwanted(), "hour"),
            figures.unsold().percent(market.hoursUnwanted())));
    return factors;
  }

  private static String ageInWords(long days) {
    return days == 0 ? "new today" : counted(days, "day") + " old";
  }

  private static String counted(long many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }
}
