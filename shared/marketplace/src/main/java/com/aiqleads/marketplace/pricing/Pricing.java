package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Prices a lead: the same circumstances and the same book give the same price with the same
/// reasons, at any time and anywhere. Rounded once, half to even, before the bounds.
public record Pricing(PriceBook book) {

  public Quote quote(Circumstances lead) {
    List<Reason> reasons = new ArrayList<>();
    Money computed = computed(lead, reasons);
    Money stepped = stepped(computed, lead.market(), reasons);
    Money shared = bounded(stepped, reasons);
    Money alone = percentOf(shared, book.figures().exclusivePercent());
    return new Quote(lead, new Price(shared, alone, book.version(), reasons));
  }

  private Money computed(Circumstances lead, List<Reason> reasons) {
    Money base = base(lead);
    reasons.add(new Reason("base", "A fresh lead from this source starts at " + base + "."));
    BigDecimal product = base.majorUnits();
    for (Factors.Factor factor : new Factors(book.figures()).of(lead)) {
      product = product.multiply(BigDecimal.valueOf(factor.percent(), 2));
      reasons.add(factor.reason());
    }
    return Money.rounded(product, base.currency());
  }

  /// A lead advertised on several sites is worth what the dearest of them is.
  private Money base(Circumstances lead) {
    return lead.sources().stream()
        .map(book.figures()::base)
        .max(Money::compareTo)
        .orElse(book.figures().baseOfOtherSources());
  }

  /// A price moves towards what it should be, never further at once than a step.
  private Money stepped(Money computed, Market market, List<Reason> reasons) {
    Money before = market.before();
    if (before == null) {
      return computed;
    }
    Money step = step(before);
    Money lowest = before.minus(step);
    Money highest = before.plus(step);
    if (computed.compareTo(lowest) < 0) {
      reasons.add(new Reason("step", "At most " + step + " less at once: it cost " + before + "."));
      return lowest;
    }
    if (computed.compareTo(highest) > 0) {
      reasons.add(new Reason("step", "At most " + step + " more at once: it cost " + before + "."));
      return highest;
    }
    return computed;
  }

  /// At least a cent, or the cheapest would never move.
  private Money step(Money before) {
    long cents = before.minorUnits() * book.figures().stepPercent() / Figures.UNCHANGED_PERCENT;
    return new Money(Math.max(1, cents), before.currency());
  }

  private Money bounded(Money computed, List<Reason> reasons) {
    Money floor = book.figures().floor();
    Money ceiling = book.figures().ceiling();
    if (computed.compareTo(floor) < 0) {
      reasons.add(new Reason("floor", "No lead costs less than " + floor + "."));
      return floor;
    }
    if (computed.compareTo(ceiling) > 0) {
      reasons.add(new Reason("ceiling", "No lead costs more than " + ceiling + "."));
      return ceiling;
    }
    return computed;
  }

  private static Money percentOf(Money money, int percent) {
    BigDecimal product = money.majorUnits().multiply(BigDecimal.valueOf(percent, 2));
    return Money.rounded(product, money.currency());
  }
}
