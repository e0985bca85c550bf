package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.Candidates;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.KnownPerson;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.Likeliest;
import com.aiqleads.acquisition.resolution.PersonId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds what shares keys with an advertisement.
final class PostgresCandidates {

  private static final String LEADS =
      """
      select lead.version, ending.ended_at, advertisement.*
      from leads as lead
      join advertisements as advertisement on advertisement.lead_id = lead.id
      left join endings as ending on ending.listing_id = advertisement.listing_id
      where lead.id = any (?::uuid[])
      order by lead.id, advertisement.listing_id
      """;

  private static final String PERSONS =
      """
      select person.id,
        (select count(*) from person_keys where person_id = person.id) as keys,
        array(select lead_id from advertisements where person_id = person.id limit ?) as leads
      from unnest(?::uuid[]) as person (id)
      """;

  private record Row(
      LeadId lead, long version, Advertisement advertisement, Optional<Instant> ended) {}

  private final Database database;
  private final SealedContacts contacts;
  private final BlindKeys blindKeys;

  PostgresCandidates(Database database, SealedContacts contacts, BlindKeys blindKeys) {
    this.database = database;
    this.contacts = contacts;
    this.blindKeys = blindKeys;
  }

  Candidates of(ListingId listing, Set<BlockingKey> keys) {
    return Objects.requireNonNull(of(Map.of(listing, keys)).get(listing));
  }

  /// Of several advertisements, each with its keys, in as many round trips as of one.
  Map<ListingId, Candidates> of(Map<ListingId, Set<BlockingKey>> asked) {
    Map<BlockingKey, UUID> hashes = new HashMap<>();
    asked.values().forEach(keys -> keys.forEach(key -> hashes.computeIfAbsent(key, blindKeys::of)));
    Holders holders = Holders.read(database, hashes.values(), asked.keySet());
    Map<ListingId, Set<LeadId>> likeliest = new HashMap<>();
    asked.forEach(
        (listing, keys) -> likeliest.put(listing, likeliest(listing, keys, hashes, holders)));
    List<KnownLead> leads =
        leads(likeliest.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    List<KnownPerson> persons = persons(Set.copyOf(holders.persons().values()));
    Map<ListingId, Candidates> found = new HashMap<>();
    asked.forEach(
        (listing, keys) -> {
          Set<LeadId> near = Objects.requireNonNull(likeliest.get(listing));
          found.put(
              listing,
              new Candidates(
                  leads.stream().filter(lead -> near.contains(lead.id())).toList(),
                  counts(keys, hashes, holders),
                  known(persons, keys, hashes, holders),
                  holders.ended().get(listing)));
        });
    return found;
  }

  private static Set<LeadId> likeliest(
      ListingId listing, Set<BlockingKey> keys, Map<BlockingKey, UUID> hashes, Holders holders) {
    LeadId own = holders.own().get(listing);
    return Likeliest.of(
        own == null ? Set.of() : Set.of(own),
        keys.stream().map(hashes::get).map(holders.leads()::get).filter(Objects::nonNull).toList());
  }

  private static Map<BlockingKey, Integer> counts(
      Set<BlockingKey> keys, Map<BlockingKey, UUID> hashes, Holders holders) {
    Map<BlockingKey, Integer> counts = new HashMap<>();
    for (BlockingKey key : keys) {
      List<LeadId> leads = holders.leads().get(hashes.get(key));
      if (leads != null) {
        counts.put(key, leads.size());
      }
    }
    return counts;
  }

  /// Those to whom one of the keys leads, each with the keys that do.
  private static List<KnownPerson> known(
      List<KnownPerson> persons,
      Set<BlockingKey> keys,
      Map<BlockingKey, UUID> hashes,
      Holders holders) {
    Map<UUID, Set<BlockingKey>> shared = new HashMap<>();
    for (BlockingKey key : keys) {
      UUID person = holders.persons().get(hashes.get(key));
      if (person != null) {
        shared.computeIfAbsent(person, _ -> new HashSet<>()).add(key);
      }
    }
    return persons.stream()
        .filter(person -> shared.containsKey(person.id().value()))
        .map(
            person ->
                new KnownPerson(
                    person.id(),
                    person.keys(),
                    shared.getOrDefault(person.id().value(), Set.of()),
                    person.leads()))
        .toList();
  }

  List<KnownLead> leads(Collection<LeadId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Object[] values = ids.stream().map(LeadId::value).toArray();
    return grouped(
        database.query(
            LEADS,
            find -> Parameters.array(find, 1, "uuid", values),
            row ->
                new Row(
                    new LeadId(row.getObject("lead_id", UUID.class)),
                    row.getLong("version"),
                    AdvertisementRow.read(row, contacts),
                    PostgresLeads.ended(row))));
  }

  private static List<KnownLead> grouped(List<Row> rows) {
    Map<LeadId, List<Row>> byLead = new LinkedHashMap<>();
    rows.forEach(row -> byLead.computeIfAbsent(row.lead(), _ -> new ArrayList<>()).add(row));
    return byLead.values().stream().map(PostgresCandidates::lead).toList();
  }

  private static KnownLead lead(List<Row> rows) {
    Row first = rows.getFirst();
    Map<ListingId, Instant> endings = new HashMap<>();
    rows.forEach(
        row -> row.ended().ifPresent(at -> endings.put(row.advertisement().listing().id(), at)));
    return new KnownLead(
        first.lead(), first.version(), rows.stream().map(Row::advertisement).toList(), endings);
  }

  private List<KnownPerson> persons(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.query(
        PERSONS,
        find -> {
          find.setInt(1, Leads.MAX_CANDIDATES);
          Parameters.array(find, 2, "uuid", ids.toArray());
        },
        PostgresCandidates::person);
  }

  private static KnownPerson person(ResultSet row) throws SQLException {
    return new KnownPerson(
        new PersonId(row.getObject("id", UUID.class)),
        row.getInt("keys"),
        Set.of(),
        Arrays.stream(uuids(row.getArray("leads"))).map(LeadId::new).collect(Collectors.toSet()));
  }

  static UUID[] uuids(Array array) throws SQLException {
    return (UUID[]) array.getArray();
  }
}
