package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.search.IndexedLead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What is on sale, to be priced anew.
public interface Shelf {

  /// In the order of the leads' ids, after that one.
  List<Placed> page(@Nullable LeadId after, Instant now, int limit);

  /// Gives these leads their new prices and keeps the quotes. Waits for nobody: a lead that is just
  /// being bought or changed keeps its price until the next time. Says what search knows of those
  /// that have a new one. Holds keep theirs. Once for each time that is due: asked again, or late,
  /// it moves no price.
  List<IndexedLead> reprice(List<Repriced> prices, Instant now, Instant dueAt);

  /// The last lead of the last page that was priced; nothing before the first.
  Optional<LeadId> place();

  void keepPlace(LeadId last);

  /// Of each segment how many leads are on sale and what was held and bought in it: points that
  /// lose half of their weight every day. Remembers who was wanted when.
  Map<Segment, Activity> measure();

  /// How much of what they look at buyers usually take; nothing before it was measured.
  OptionalLong usual();

  /// What was measured, and what is usual if that is known, in place of what was before: all or
  /// nothing, and once for each time that is due.
  void keep(Map<Segment, Measured> measured, OptionalLong usual, Instant dueAt);

  /// A lead on sale, as it was when it was read.
  ///
  /// @param exclusive what it costs alone until now
  record Placed(
      LeadId lead, long version, int revision, Money exclusive, Circumstances circumstances) {}

  record Repriced(Placed placed, Quote quote) {

    public boolean isOther() {
      return !quote.price().amount().equals(placed.circumstances().market().before())
          || !quote.price().exclusive().equals(placed.exclusive());
    }
  }

  /// What happens in a segment.
  ///
  /// @param boughtHundredths holds that led to a purchase, as they weigh now
  /// @param response of the measurement before
  record Activity(long onSale, long points, long boughtHundredths, long response) {}

  record Measured(long onSale, long demand, long response) {}
}
