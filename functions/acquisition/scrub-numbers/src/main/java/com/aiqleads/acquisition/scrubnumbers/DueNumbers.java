package com.aiqleads.acquisition.scrubnumbers;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.ContactRule;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.ScrubPlace;
import com.aiqleads.acquisition.deleting.KnownContacts;
import com.aiqleads.acquisition.deleting.KnownContacts.Known;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// The numbers of all advertisements that are to be looked up again, by their area.
@Singleton
final class DueNumbers {

  private static final int HANDFUL = 500;

  /// What is left over is due in the next run.
  private static final int MAX_NUMBERS = 200_000;

  /// Early enough that weeks of failures keep nobody from calling.
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final KnownContacts contacts;
  private final DoNotCall lists;
  private final ScrubPlace place;

  DueNumbers(KnownContacts contacts, DoNotCall lists, ScrubPlace place) {
    this.contacts = contacts;
    this.lists = lists;
    this.place = place;
  }

  /// What one run can do.
  ///
  /// @param reached where it ended; the next begins there
  record Due(SortedMap<AreaCode, Set<Phone>> byArea, Optional<ListingId> reached) {}

  /// Of the areas that may be asked for now, as long as there is time; nothing else counts toward
  /// what is done in one run. Once around all, from where the last run ended.
  Due at(Instant now, Predicate<AreaCode> mayBeAsked, BooleanSupplier hasTime) {
    Optional<ListingId> start = place.reached();
    Walk walk = new Walk(mayBeAsked, now.minus(GOOD_FOR));
    Optional<ListingId> reached = walk.from(start, Optional.empty(), hasTime);
    if (reached.isEmpty() && start.isPresent()) {
      reached = walk.from(Optional.empty(), start, hasTime);
    }
    return new Due(walk.due, reached);
  }

  /// A way through the table, and what was found on it.
  private final class Walk {

    private final Map<AreaCode, Boolean> open = new HashMap<>();
    private final SortedMap<AreaCode, Set<Phone>> due = new TreeMap<>();
    private final Predicate<AreaCode> mayBeAsked;
    private final Instant since;
    private int numbers;

    Walk(Predicate<AreaCode> mayBeAsked, Instant since) {
      this.mayBeAsked = mayBeAsked;
      this.since = since;
    }

    /// Where it ended before its time; empty at the end of the table.
    Optional<ListingId> from(
        Optional<ListingId> start, Optional<ListingId> end, BooleanSupplier hasTime) {
      Optional<ListingId> after = start;
      while (numbers < MAX_NUMBERS && hasTime.getAsBoolean()) {
        List<Known> some = contacts.after(after, HANDFUL);
        if (some.isEmpty()) {
          return Optional.empty();
        }
        old(some, since).forEach(this::find);
        after = Optional.of(some.getLast().listing());
        if (end.isPresent() && isBehind(after.get(), end.get())) {
          return after;
        }
      }
      return after;
    }

    private void find(Phone phone) {
      Optional<AreaCode> area =
          AreaCode.of(phone).filter(one -> open.computeIfAbsent(one, mayBeAsked::test));
      if (area.isPresent() && due.computeIfAbsent(area.get(), _ -> new HashSet<>()).add(phone)) {
        numbers++;
      }
    }
  }

  /// In the order of the database, which is that of the digits.
  private static boolean isBehind(ListingId one, ListingId other) {
    return one.value().toString().compareTo(other.value().toString()) >= 0;
  }

  private Set<Phone> old(List<Known> some, Instant since) {
    Set<Phone> phones = new HashSet<>();
    some.forEach(known -> phones.addAll(known.contact().phones()));
    return lists.due(phones, ContactRule.NATIONAL, since);
  }
}
