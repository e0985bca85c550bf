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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

  SortedMap<AreaCode, Set<Phone>> at(Instant now) {
    SortedMap<AreaCode, Set<Phone>> due = new TreeMap<>();
    Optional<ListingId> after = Optional.empty();
    int numbers = 0;
    List<Known> some = contacts.after(after, HANDFUL);
    while (!some.isEmpty() && numbers < MAX_NUMBERS) {
      numbers += add(some, now.minus(GOOD_FOR), due);
      after = Optional.of(some.getLast().listing());
      some = contacts.after(after, HANDFUL);
    }
    return due;
  }

  private int add(List<Known> some, Instant since, SortedMap<AreaCode, Set<Phone>> due) {
    Set<Phone> phones = new HashSet<>();
    some.forEach(known -> phones.addAll(known.contact().phones()));
    Set<Phone> old = lists.due(phones, ContactRule.NATIONAL, since);
    old.forEach(
        phone ->
            AreaCode.of(phone)
                .ifPresent(area -> due.computeIfAbsent(area, _ -> new HashSet<>()).add(phone)));
    return old.size();
  }
}
