package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Score;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prices a lead: the same lead and the same book give the same price, at any time and anywhere.
public record Pricing(PriceBook book) {
  /// A lead of middling quality costs what its kind costs; the best half as much again.
  private static final int QUALITY_BASE_PERCENT = 50;

  public Price price(Lead lead, Score quality, Score fraud) {
    Money base = base(lead);
    List<Factor> factors = factors(lead, quality, fraud);

    BigDecimal product = base.majorUnits();
    for (Factor factor : factors) {
      product = product.multiply(BigDecimal.valueOf(factor.percent(), 2));
    }
    Money computed = Money.rounded(product, base.currency());

    List<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason("base", "A fresh lead from this source starts at " + base + "."));
    factors.forEach(factor -> reasons.add(factor.reason()));
    return bounded(computed, reasons);
  }

  private Price bounded(Money computed, List<Reason> reasons) {
    if (computed.compareTo(book.floor()) < 0) {
      reasons.add(new Reason("floor", "No lead costs less than " + book.floor() + "."));
      return new Price(book.floor(), book.version(), reasons);
    }
    if (computed.compareTo(book.ceiling()) > 0) {
      reasons.add(new Reason("ceiling", "No lead costs more than " + book.ceiling() + "."));
      return new Price(book.ceiling(), book.version(), reasons);
    }
    return new Price(computed, book.version(), reasons);
  }

  /// A lead advertised on several sites is worth what the dearest of them is.
  private Money base(Lead lead) {
    return lead.sources().stream()
        .map(book::base)
        .max(Money::compareTo)
        .orElseGet(() -> book.base(lead.advertisement().source()));
  }

  private List<Factor> factors(Lead lead, Score quality, Score fraud) {
    String type = lead.property().type();
    String state = lead.address().state();
    long days = ageDays(lead);
    return List.of(
        new Factor("type", type.replace('_', ' '), book.typePercent(type)),
        new Factor("place", state, book.statePercent(state)),
        new Factor("age", ageInWords(days), AgeBand.of(days).percent()),
        new Factor(
            "quality",
            "quality " + quality.points() + " of " + Score.MAX_POINTS,
            QUALITY_BASE_PERCENT + quality.points()),
        new Factor(
            "fraud",
            "signs of fraud " + fraud.points() + " of " + Score.MAX_POINTS,
            Score.MAX_POINTS - fraud.points()));
  }

  /// Between its first appearance anywhere and the last look at it: both are part of the lead, so
  /// that no clock is asked.
  static long ageDays(Lead lead) {
    Instant born = lead.firstSeenAt();
    LocalDate listedOn = lead.advertisement().listedOn();
    if (listedOn != null && listedOn.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(born)) {
      born = listedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return Math.max(0, Duration.between(born, lead.advertisement().observedAt()).toDays());
  }

  private static String ageInWords(long days) {
    return days == 0 ? "new today" : days + (days == 1 ? " day old" : " days old");
  }

  private record Factor(String code, String what, int percent) {

    Reason reason() {
      String capital = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
      return percent == PriceBook.UNCHANGED_PERCENT
          ? new Reason(code, capital + ": no change.")
          : new Reason(code, capital + ": " + percent + " % of that.");
    }
  }
}
