package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prices a lead: the same circumstances and the same book give the same price with the same
/// reasons, at any time and anywhere. Rounded once, half to even, before the bounds.
public record Pricing(PriceBook book) {
  private static final Mode SHARED = new Mode("step", "");
  private static final Mode ALONE = new Mode("exclusive-step", " for it alone");

  public Quote quote(Circumstances lead) {
    List<Reason> reasons = new ArrayList<>();
    Money computed = computed(lead, reasons);
    Money stepped = stepped(computed, lead.market().before(), SHARED, reasons);
    Money shared = bounded(stepped, reasons);
    Money alone = alone(shared, lead.market(), reasons);
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

  /// Of what it costs to share it, and by steps as that: a new book moves both slowly. Never
  /// less than to share it.
  private Money alone(Money shared, Market market, List<Reason> reasons) {
    Money wanted = percentOf(shared, book.figures().exclusivePercent());
    Money stepped = stepped(wanted, market.aloneBefore(), ALONE, reasons);
    return stepped.compareTo(shared) < 0 ? shared : stepped;
  }

  /// A price moves towards what it should be, never further at once than a step.
  private Money stepped(Money computed, @Nullable Money before, Mode mode, List<Reason> reasons) {
    if (before == null) {
      return computed;
    }
    Money step = step(before);
    Money lowest = before.minus(step);
    Money highest = before.plus(step);
    if (computed.compareTo(lowest) < 0) {
      reasons.add(mode.reason(step + " less", before));
      return lowest;
    }
    if (computed.compareTo(highest) > 0) {
      reasons.add(mode.reason(step + " more", before));
      return highest;
    }
    return computed;
  }

  private record Mode(String code, String what) {

    Reason reason(String change, Money before) {
      return new Reason(
          code, "At most " + change + " at once" + what + ": it cost " + before + ".");
    }
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
