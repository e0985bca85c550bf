package com.aiqleads.acquisition.pulldeletions;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionPulls.Pull;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.KnownContacts;
import com.aiqleads.acquisition.deleting.KnownContacts.Known;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.acquisition.ErasureAsked;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares the contacts of all advertisements with the lists, and has erased whom they name. How
/// far it has come is kept after each handful.
@Singleton
final class EraseListed {

  private static final int HANDFUL = 500;
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final DeletionPulls pulls;
  private final DeletionRequests requests;
  private final KnownContacts contacts;
  private final Erasures erasures;
  private final Leads leads;
  private final Outbox outbox;
  private final RemainingTime remaining;
  private final InstantSource clock;

  EraseListed(
      DeletionPulls pulls,
      DeletionRequests requests,
      KnownContacts contacts,
      Erasures erasures,
      Leads leads,
      Outbox outbox,
      RemainingTime remaining,
      InstantSource clock) {
    this.pulls = pulls;
    this.requests = requests;
    this.contacts = contacts;
    this.erasures = erasures;
    this.leads = leads;
    this.outbox = outbox;
    this.remaining = remaining;
    this.clock = clock;
  }

  /// Whether all have been compared; else the next run goes on.
  boolean from(Pull pull) {
    Optional<ListingId> after = pull.comparedTo();
    while (remaining.remaining().compareTo(MARGIN) > 0) {
      List<Known> some = contacts.after(after, HANDFUL);
      if (some.isEmpty()) {
        pulls.compared(pull.id(), clock.instant());
        return true;
      }
      erase(some);
      ListingId last = some.getLast().listing();
      pulls.comparedTo(pull.id(), last);
      after = Optional.of(last);
    }
    return false;
  }

  private void erase(List<Known> some) {
    Map<ListedHash, Person> people = new HashMap<>();
    some.forEach(known -> people.putAll(people(known.contact())));
    requests
        .unmatched(people.keySet())
        .forEach(
            (hash, workItems) -> people.computeIfPresent(hash, (_, who) -> ask(who, workItems)));
  }

  private static Map<ListedHash, Person> people(Contact contact) {
    Map<ListedHash, Person> people = new HashMap<>();
    contact
        .phones()
        .forEach(
            phone ->
                ListedHash.of(SuppressionKey.of(phone))
                    .ifPresent(
                        hash -> people.put(hash, new Person(Set.of(phone), Set.of(), Set.of()))));
    contact
        .emails()
        .forEach(
            email ->
                ListedHash.of(SuppressionKey.of(email))
                    .ifPresent(
                        hash -> people.put(hash, new Person(Set.of(), Set.of(email), Set.of()))));
    return people;
  }

  /// They are suppressed by the list already.
  private Person ask(Person person, List<String> workItems) {
    CorrelationId id = new CorrelationId(Ids.next(clock));
    return outbox.inTransaction(
        id,
        publisher -> {
          leads.reserve(Set.of(), person.blockingKeys());
          erasures.begin(id, person, new Wish("drop", "asked the state", clock.instant()));
          requests.erasing(workItems, id);
          publisher.publish(new ErasureAsked(id, null));
          return person;
        });
  }
}
