package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.contacting.Channel;
import com.aiqleads.acquisition.contacting.Consent;
import com.aiqleads.acquisition.contacting.Consents;
import com.aiqleads.acquisition.contacting.ContactRule;
import com.aiqleads.acquisition.contacting.ContactRule.Decision;
import com.aiqleads.acquisition.contacting.ContactRule.Facts;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.acquisition.fetching.FetchEvidences;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.overseeprivacy.PassportView.ConsentView;
import com.aiqleads.acquisition.overseeprivacy.PassportView.DecisionView;
import com.aiqleads.acquisition.overseeprivacy.PassportView.SourceView;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.retaining.RetentionRule;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says of a lead, as of now, by what right it is known and how its seller may be contacted.
@Singleton
final class Passports {

  private final Leads leads;
  private final Lineages lineages;
  private final SourceBook book;
  private final Suppressions suppressions;
  private final Consents consents;
  private final DoNotCall lists;
  private final FetchEvidences evidences;
  private final Database database;
  private final InstantSource clock;

  Passports(
      Leads leads,
      Lineages lineages,
      SourceBook book,
      Suppressions suppressions,
      Consents consents,
      DoNotCall lists,
      FetchEvidences evidences,
      Database database,
      InstantSource clock) {
    this.leads = leads;
    this.lineages = lineages;
    this.book = book;
    this.suppressions = suppressions;
    this.consents = consents;
    this.lists = lists;
    this.evidences = evidences;
    this.database = database;
    this.clock = clock;
  }

  Optional<PassportView> find(LeadId id) {
    return database.readOnly(() -> leads.find(id).map(this::passport));
  }

  private PassportView passport(KnownLead lead) {
    Instant now = clock.instant();
    List<Decision> phones = new ArrayList<>();
    List<Decision> mails = new ArrayList<>();
    List<List<Scrub>> looks = new ArrayList<>();
    Set<Consent> ledger = new LinkedHashSet<>();
    Set<SuppressionKey> refused = suppressions.among(keys(lead));
    for (Advertisement one : lead.advertisements()) {
      boolean isSuppressed = SuppressionKey.of(one).stream().anyMatch(refused::contains);
      String state = one.address().state();
      Contact contact = one.contact();
      for (Phone phone : contact.phones()) {
        List<Scrub> known = lists.scrubs(phone);
        looks.add(known);
        List<Consent> said = consents.of(SuppressionKey.of(phone));
        ledger.addAll(said);
        Set<Channel> given = Consents.standing(said);
        phones.add(ContactRule.forPhone(new Facts(isSuppressed, given, known, state), now));
      }
      for (Email email : contact.emails()) {
        List<Consent> said = consents.of(SuppressionKey.of(email));
        ledger.addAll(said);
        Set<Channel> given = Consents.standing(said);
        mails.add(ContactRule.forMail(new Facts(isSuppressed, given, List.of(), state)));
      }
    }
    return new PassportView(
        lead.id().text(),
        now,
        lineages.of(lead.id()).stream().map(one -> source(one, now)).toList(),
        RetentionRule.keptUntil(lead),
        !refused.isEmpty(),
        ConsentView.of(ledger),
        PassportView.oldest(looks).orElse(null),
        DecisionView.of(phones),
        DecisionView.of(mails));
  }

  private static Set<SuppressionKey> keys(KnownLead lead) {
    return lead.advertisements().stream()
        .flatMap(one -> SuppressionKey.of(one).stream())
        .collect(Collectors.toSet());
  }

  private SourceView source(Lineage lineage, Instant now) {
    return SourceView.of(
        lineage,
        Source.find(lineage.source()).flatMap(book::permit),
        evidences.of(lineage.snapshotKey()),
        now);
  }
}
