package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.contacting.Consents;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.erasing.ErasableRecords;
import com.aiqleads.acquisition.erasing.ErasableRecords.Told;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.overseeprivacy.ContactViews.ConsentView;
import com.aiqleads.acquisition.overseeprivacy.ContactViews.LookView;
import com.aiqleads.acquisition.overseeprivacy.DisclosureView.HeldView;
import com.aiqleads.acquisition.overseeprivacy.DisclosureView.RowView;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.Disclosures;
import com.aiqleads.acquisition.suppression.People;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// By the same finders that erase, so that what is told is what would go; and what of somebody
/// outlives an erasure, since it proves a duty.
@Singleton
final class Disclose {

  private final People people;
  private final ErasableRecords records;
  private final Lineages lineages;
  private final Leads leads;
  private final Suppressions suppressions;
  private final Consents consents;
  private final DoNotCall lists;
  private final Disclosures disclosures;
  private final Database database;

  Disclose(
      People people,
      ErasableRecords records,
      Lineages lineages,
      Leads leads,
      Suppressions suppressions,
      Consents consents,
      DoNotCall lists,
      Disclosures disclosures,
      Database database) {
    this.people = people;
    this.records = records;
    this.lineages = lineages;
    this.leads = leads;
    this.suppressions = suppressions;
    this.consents = consents;
    this.lists = lists;
    this.disclosures = disclosures;
    this.database = database;
  }

  DisclosureView of(Person person, Wish wish) {
    return database.inTransaction(
        () -> {
          List<Held> held = people.held(person);
          disclosures.note(person, wish, held.size());
          return told(person, wish, held);
        });
  }

  private DisclosureView told(Person person, Wish wish, List<Held> held) {
    Set<ListingId> listings =
        held.stream().map(one -> one.advertisement().listing().id()).collect(Collectors.toSet());
    Set<LeadId> sold = held.stream().map(Held::lead).collect(Collectors.toSet());
    Told beside = records.tell(person, listings, sold);
    Set<ListingId> read = new HashSet<>(listings);
    read.addAll(beside.strays());
    Ways ways = Ways.of(person, held);
    return new DisclosureView(
        wish.at(),
        suppressions.among(person.keys()).size(),
        held.stream().map(HeldView::of).toList(),
        lineages.find(read).stream()
            .map(ReadView::of)
            .sorted(Comparator.comparing(ReadView::listingId))
            .toList(),
        beside.rows().stream().map(RowView::of).toList(),
        ways.keys().stream()
            .flatMap(key -> consents.of(key).stream())
            .map(ConsentView::of)
            .toList(),
        ways.phones().stream()
            .flatMap(phone -> lists.scrubs(phone).stream().map(look -> LookView.of(phone, look)))
            .toList(),
        new SoldAs(leads).of(held));
  }
}
