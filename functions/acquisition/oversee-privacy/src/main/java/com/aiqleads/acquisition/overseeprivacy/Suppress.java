package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.parsing.ShownListing;
import com.aiqleads.acquisition.resolution.Ending.Meaningless;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.acquisition.suppression.People;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.SuppressionReason;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// First nothing of the person is taken in any more, then what was taken in ends: so nothing slips
/// in between. Done again after a crash it does the rest.
@Singleton
final class Suppress {

  private final Suppressions suppressions;
  private final Leads leads;
  private final People people;
  private final PageContents shown;
  private final LeadResolution resolution;
  private final Standings standings;
  private final Outbox outbox;
  private final InstantSource clock;

  /// How many keys are new, and how many advertisements ended.
  record Done(int added, int ended) {}

  Suppress(
      Suppressions suppressions,
      Leads leads,
      People people,
      Standings standings,
      Outbox outbox,
      InstantSource clock) {
    this.suppressions = suppressions;
    this.leads = leads;
    this.people = people;
    this.shown = new PageContents(leads);
    this.resolution = new LeadResolution(leads, clock);
    this.standings = standings;
    this.outbox = outbox;
    this.clock = clock;
  }

  Done suppress(Person person, Wish wish) {
    CorrelationId journey = new CorrelationId(Ids.next(clock));
    int added =
        outbox.inTransaction(
            journey,
            _ -> {
              leads.reserve(Set.of(), person.blockingKeys());
              return suppressions.add(person.keys(), wish);
            });
    return new Done(
        added,
        outbox.inTransaction(
            journey,
            publisher ->
                end(List.of(new Cause(people.held(person), person.keys())), wish, publisher)));
  }

  /// What was read on the pages ends with them. Behind the locks of what they show, so that nobody
  /// who did not know of it yet files one of these afterwards.
  Done suppress(Set<URI> pages, Wish wish) {
    CorrelationId journey = new CorrelationId(Ids.next(clock));
    int added =
        outbox.inTransaction(
            journey,
            _ -> {
              leads.reserve(
                  pages.stream().flatMap(PageContents::perhapsOn).collect(Collectors.toSet()),
                  Set.of());
              int fresh = suppressions.add(keys(pages), wish);
              pages.forEach(page -> refuseWhatItNames(page, wish));
              return fresh;
            });
    return new Done(
        added,
        outbox.inTransaction(
            journey, publisher -> end(pages.stream().map(shown::on).toList(), wish, publisher)));
  }

  /// The advertisement under any of its addresses, for as long as this page is refused.
  private void refuseWhatItNames(URI page, Wish wish) {
    ShownListing.at(page)
        .map(SuppressionKey::of)
        .ifPresent(
            listing ->
                suppressions.addPages(Set.of(listing), Set.of(SuppressionKey.of(page)), wish.at()));
  }

  private int end(List<Cause> causes, Wish wish, Publisher publisher) {
    List<Held> held = causes.stream().flatMap(cause -> cause.held().stream()).distinct().toList();
    Set<ListingId> listings = held.stream().map(Cause::listing).collect(Collectors.toSet());
    if (!listings.isEmpty()) {
      resolution.reserve(List.of(), Set.of(), listings);
    }
    causes.forEach(cause -> suppressions.addPages(cause.refused(), cause.keys(), wish.at()));
    List<KnownLead> before =
        held.stream()
            .map(Held::lead)
            .distinct()
            .map(leads::find)
            .flatMap(Optional::stream)
            .toList();
    long ended =
        held.stream()
            .map(one -> resolution.end(Cause.listing(one), wish.at()))
            .filter(ending -> !(ending instanceof Meaningless))
            .count();
    before.forEach(lead -> withhold(lead, wish, publisher));
    return Math.toIntExact(ended);
  }

  /// Also of a lead that ended long ago, and again if this is done again: who has bought it sees
  /// the contact until the marketplace hears of this. What others advertise is said only once all
  /// of the person's advertisements have ended, and goes on from the version that is on sale.
  private void withhold(KnownLead before, Wish wish, Publisher publisher) {
    LeadId lead = before.id();
    Optional<Lead> left = resolution.reconsider(lead);
    long version = left.isPresent() ? before.version() : leads.find(lead).orElse(before).version();
    publisher.publish(ended(lead, version, wish));
    left.ifPresent(said -> publisher.publish(resolved(said)));
  }

  private static LeadEnded ended(LeadId lead, long version, Wish wish) {
    return new LeadEnded(
        lead, version, ToEvent.reasons(List.of(SuppressionReason.SUPPRESSED)), wish.at());
  }

  private LeadResolved resolved(Lead lead) {
    return ToEvent.resolved(lead.listing().id(), lead, false, standings.around(lead));
  }

  int lift(Person person, Wish wish) {
    return suppressions.lift(person.keys(), wish);
  }

  int lift(Set<URI> pages, Wish wish) {
    return suppressions.lift(keys(pages), wish);
  }

  private static Set<SuppressionKey> keys(Set<URI> pages) {
    return pages.stream().map(SuppressionKey::of).collect(Collectors.toSet());
  }
}
