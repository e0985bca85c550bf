package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Shelf.Placed;
import com.aiqleads.marketplace.pricing.Shelf.Repriced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What other figures would do to leads on sale: where each price would come to rest, beside where
/// it would with the book in force. What a lead costs today plays no part in that, so that nothing
/// is put down to the figures which age would have done anyway.
public final class Preview {
  static final int EXAMPLES = 10;
  private static final int HUNDRED = 100;
  private static final Comparator<Example> LARGEST =
      Comparator.comparing((Example example) -> Math.abs(example.percent())).reversed();

  private final Pricing inForce;
  private final Pricing wanted;
  private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
  private final List<Example> examples = new ArrayList<>();
  private long leads;
  private long before;
  private long after;
  private long alone;
  private long atNextRun;
  private long atNextRunAnyway;

  public Preview(Figures inForce, Figures wanted) {
    this.inForce = new Pricing(new PriceBook("in force", inForce));
    this.wanted = new Pricing(new PriceBook("wanted", wanted));
  }

  /// By how much a price changes; a little is up to [#LITTLE] percent, much more than [#MUCH].
  public enum Band {
    MUCH_CHEAPER,
    CHEAPER,
    LITTLE_CHEAPER,
    SAME,
    LITTLE_DEARER,
    DEARER,
    MUCH_DEARER;

    public static final int LITTLE = 5;
    public static final int MUCH = 20;

    static Band of(Money before, Money after) {
      long change = (after.minorUnits() - before.minorUnits()) * HUNDRED;
      long size = Math.abs(change);
      long percent = Math.max(1, before.minorUnits());
      if (change == 0) {
        return SAME;
      } else if (size <= LITTLE * percent) {
        return change < 0 ? LITTLE_CHEAPER : LITTLE_DEARER;
      } else if (size <= MUCH * percent) {
        return change < 0 ? CHEAPER : DEARER;
      }
      return change < 0 ? MUCH_CHEAPER : MUCH_DEARER;
    }
  }

  /// A lead of which the price changes.
  ///
  /// @param percent how much dearer
  public record Example(
      LeadId lead, Circumstances circumstances, Money before, Money after, long percent) {}

  /// All that was added together.
  ///
  /// @param bands how many leads are in each
  /// @param alone of how many leads the price for one buyer alone changes
  /// @param examples the largest changes
  /// @param atNextRun how many prices move when leads are priced the next time
  /// @param atNextRunAnyway how many of them if the book stays
  public record Effect(
      long leads,
      Map<Band, Integer> bands,
      long alone,
      Money before,
      Money after,
      List<Example> examples,
      long atNextRun,
      long atNextRunAnyway) {

    public int of(Band band) {
      return bands.getOrDefault(band, 0);
    }
  }

  public void add(Placed placed) {
    Circumstances rested = placed.circumstances().settled();
    Price old = inForce.quote(rested).price();
    Price other = wanted.quote(rested).price();
    Money was = old.amount();
    Money is = other.amount();
    leads++;
    alone += old.exclusive().equals(other.exclusive()) ? 0 : 1;
    before += was.minorUnits();
    after += is.minorUnits();
    bands.merge(Band.of(was, is), 1, Integer::sum);
    if (!was.equals(is)) {
      keep(new Example(placed.lead(), rested, was, is, percent(was, is)));
    }
    atNextRun += moves(placed, wanted);
    atNextRunAnyway += moves(placed, inForce);
  }

  private void keep(Example example) {
    examples.add(example);
    examples.sort(LARGEST);
    if (examples.size() > EXAMPLES) {
      examples.removeLast();
    }
  }

  private static int moves(Placed placed, Pricing pricing) {
    return new Repriced(placed, pricing.quote(placed.circumstances())).isOther() ? 1 : 0;
  }

  private static long percent(Money before, Money after) {
    long change = after.minorUnits() - before.minorUnits();
    return change * HUNDRED / Math.max(1, before.minorUnits());
  }

  public Effect effect() {
    return new Effect(
        leads,
        Map.copyOf(bands),
        alone,
        Money.usd(before),
        Money.usd(after),
        List.copyOf(examples),
        atNextRun,
        atNextRunAnyway);
  }
}
