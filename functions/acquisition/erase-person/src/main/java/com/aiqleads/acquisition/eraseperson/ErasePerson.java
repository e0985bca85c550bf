package com.aiqleads.acquisition.eraseperson;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.erasing.ErasablePages;
import com.aiqleads.acquisition.erasing.ErasablePages.Walk;
import com.aiqleads.acquisition.erasing.ErasableRecords;
import com.aiqleads.acquisition.erasing.ErasableRecords.Erased;
import com.aiqleads.acquisition.erasing.ErasableRecords.Page;
import com.aiqleads.acquisition.erasing.ErasableRecords.Told;
import com.aiqleads.acquisition.erasing.ErasureReport;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Erasures.Open;
import com.aiqleads.acquisition.erasing.Erasures.Place;
import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.acquisition.suppression.People;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.acquisition.ErasureAsked;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.marketplace.OfferErased;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Publisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each step may be done again: it finds what is still there. Who is erased is suppressed before
/// the first step, so nothing comes behind it.
@Singleton
final class ErasePerson {

  private static final String BY = "erase-person";
  private static final String PAGES = "pages ";
  private static final String STORED = "s3 pages";
  private static final String OFFERS = "postgresql marketplace";

  private final Erasures erasures;
  private final People people;
  private final LeadResolution resolution;
  private final Standings standings;
  private final Suppressions suppressions;
  private final ErasableRecords records;
  private final ErasablePages pages;
  private final ForgetItems forget;
  private final Signatures signatures;
  private final InstantSource clock;

  ErasePerson(
      Erasures erasures,
      People people,
      Leads leads,
      Standings standings,
      Suppressions suppressions,
      ErasableRecords records,
      ErasablePages pages,
      ForgetItems forget,
      Signatures signatures,
      InstantSource clock) {
    this.erasures = erasures;
    this.people = people;
    this.resolution = new LeadResolution(leads, clock);
    this.standings = standings;
    this.suppressions = suppressions;
    this.records = records;
    this.pages = pages;
    this.forget = forget;
    this.signatures = signatures;
    this.clock = clock;
  }

  /// Of an erasure that is done nothing happens.
  void step(ErasureAsked asked, Publisher publisher) {
    CorrelationId id = asked.erasureId();
    String after = asked.after() == null ? "" : asked.after();
    erasures
        .open(id)
        .ifPresent(
            open -> {
              if (after.startsWith(PAGES)) {
                walk(id, open, after.substring(PAGES.length()), publisher);
              } else {
                eraseRecords(id, open, publisher);
              }
            });
  }

  private void eraseRecords(CorrelationId id, Open open, Publisher publisher) {
    List<Held> held = people.held(open.person());
    Set<ListingId> listings =
        held.stream().map(one -> one.advertisement().listing().id()).collect(Collectors.toSet());
    Set<LeadId> leads = held.stream().map(Held::lead).collect(Collectors.toSet());
    resolution.reserve(List.of(), Set.of(), listings);
    Instant now = clock.instant();
    suppressions.add(
        listings.stream().map(SuppressionKey::of).collect(Collectors.toSet()),
        new Wish(BY, id.text(), now));
    suppressions.addPages(
        SuppressionKey.pages(urls(held)),
        listings.stream().map(SuppressionKey::of).collect(Collectors.toSet()),
        now);
    Told beside = records.tell(open.person(), listings, leads);
    Set<String> theirs = theirs(beside);
    suppressions.addPages(SuppressionKey.pages(theirs), open.person().keys(), now);
    erasures.remember(
        id, Stream.concat(urls(held).stream(), theirs.stream()).collect(Collectors.toSet()), leads);
    forget.all(open.person(), held, beside.pages()).forEach(place -> erasures.count(id, place));

    Erased erased = records.erase(open.person(), ways(open.person(), held), listings, leads);

    erased.rows().forEach((place, rows) -> erasures.count(id, new Place(place, rows, 0)));
    erased
        .versions()
        .forEach((lead, version) -> publisher.publish(new LeadErased(id, lead, version, now)));
    leads.stream()
        .sorted((one, other) -> one.text().compareTo(other.text()))
        .forEach(lead -> resolution.reconsider(lead).ifPresent(left -> tell(left, publisher)));
    publisher.publish(new ErasureAsked(id, PAGES));
  }

  private void tell(Lead left, Publisher publisher) {
    publisher.publish(ToEvent.resolved(left.listing().id(), left, false, standings.around(left)));
  }

  private static Set<BlockingKey> ways(Person person, List<Held> held) {
    Set<BlockingKey> ways = Person.ways(person.phones(), person.emails());
    held.stream()
        .map(one -> one.advertisement().contact())
        .forEach(contact -> ways.addAll(Person.ways(contact.phones(), contact.emails())));
    return ways;
  }

  /// They are left alone for as long as the person is suppressed; the home's name in the address of
  /// a page would come back with the next look at it.
  private static Set<String> theirs(Told beside) {
    return beside.pages().stream()
        .filter(Page::isTheirs)
        .map(Page::url)
        .collect(Collectors.toSet());
  }

  private static Set<String> urls(List<Held> held) {
    return held.stream()
        .map(one -> one.advertisement().listing().url())
        .collect(Collectors.toSet());
  }

  private void walk(CorrelationId id, Open open, String after, Publisher publisher) {
    Walk walk = pages.erase(open.person(), open.urls(), after);
    erasures.count(id, new Place(STORED, walk.erased(), 0));
    if (walk.next().isPresent()) {
      publisher.publish(new ErasureAsked(id, PAGES + walk.next().get()));
    } else {
      erasures.lookedEverywhere(id);
      finishIfWhole(id);
    }
  }

  void confirm(OfferErased erased) {
    CorrelationId id = erased.erasureId();
    if (erasures.open(id).isPresent()) {
      erasures.count(id, new Place(OFFERS, erased.erased(), 0));
      erasures.confirm(id, erased.leadId());
      finishIfWhole(id);
    }
  }

  /// Looks once more before it signs: what a table still shows is said, not hidden.
  private void finishIfWhole(CorrelationId id) {
    if (!erasures.isWhole(id)) {
      return;
    }
    Open open = erasures.open(id).orElseThrow();
    records.left(open.person()).forEach((place, left) -> count(id, place, left));
    count(id, "postgresql acquisition.advertisements", people.held(open.person()).size());
    Instant now = clock.instant();
    String text = ErasureReport.of(id, erasures.state(id).orElseThrow(), now);
    erasures.finish(id, new Signed(text, signatures.sign(text), now));
  }

  private void count(CorrelationId id, String place, long left) {
    erasures.count(id, new Place(place, 0, left));
  }
}
