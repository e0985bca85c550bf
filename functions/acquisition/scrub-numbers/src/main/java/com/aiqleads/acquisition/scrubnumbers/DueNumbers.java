package com.aiqleads.acquisition.scrubnumbers;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.ContactRule;
import com.aiqleads.acquisition.contacting.DoNotCall;
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

  DueNumbers(KnownContacts contacts, DoNotCall lists) {
    this.contacts = contacts;
    this.lists = lists;
  }

  /// Of the areas that may be asked for now, as long as there is time; nothing else counts toward
  /// what is done in one run.
  SortedMap<AreaCode, Set<Phone>> at(
      Instant now, Predicate<AreaCode> mayBeAsked, BooleanSupplier hasTime) {
    Map<AreaCode, Boolean> open = new HashMap<>();
    SortedMap<AreaCode, Set<Phone>> due = new TreeMap<>();
    Optional<ListingId> after = Optional.empty();
    int numbers = 0;
    while (numbers < MAX_NUMBERS && hasTime.getAsBoolean()) {
      List<Known> some = contacts.after(after, HANDFUL);
      if (some.isEmpty()) {
        break;
      }
      for (Phone phone : old(some, now.minus(GOOD_FOR))) {
        Optional<AreaCode> area =
            AreaCode.of(phone).filter(one -> open.computeIfAbsent(one, mayBeAsked::test));
        if (area.isPresent() && due.computeIfAbsent(area.get(), _ -> new HashSet<>()).add(phone)) {
          numbers++;
        }
      }
      after = Optional.of(some.getLast().listing());
    }
    return due;
  }

  private Set<Phone> old(List<Known> some, Instant since) {
    Set<Phone> phones = new HashSet<>();
    some.forEach(known -> phones.addAll(known.contact().phones()));
    return lists.due(phones, ContactRule.NATIONAL, since);
  }
}
