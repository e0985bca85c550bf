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
import org.jspecify.annotations.Nullable;

/// Finds what shares keys with an advertisement.
final class PostgresCandidates {

  /// Of each key the newest leads, and its person; the advertisement's own lead and its end have no
  /// key.
  private static final String HOLDERS =
      """
      select asked.key, holder.lead_id, null::uuid as person_id, null::timestamptz as ended_at
      from unnest(?::uuid[]) as asked (key)
      cross join lateral (
        select lead_id from blocking_keys where blocking_keys.key = asked.key
        order by lead_id desc limit ?) as holder
      union all
      select key, null, person_id, null from person_keys where key = any (?::uuid[])
      union all
      select null, lead_id, null, null from advertisements where listing_id = ?
      union all
      select null, null, null, ended_at from endings where listing_id = ?
      """;

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

  /// A key and who has it.
  private record Holder(
      @Nullable UUID key, @Nullable UUID lead, @Nullable UUID person, Optional<Instant> ended) {}

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
    Map<UUID, BlockingKey> asked =
        keys.stream().collect(Collectors.toMap(blindKeys::of, key -> key, (one, _) -> one));
    List<Holder> holders = holders(listing, asked.keySet().toArray());
    Map<UUID, List<LeadId>> byKey = byKey(holders);
    return new Candidates(
        leads(Likeliest.of(own(holders), byKey.values())),
        counts(byKey, asked),
        persons(holders, asked),
        holders.stream().flatMap(holder -> holder.ended().stream()).findFirst().orElse(null));
  }

  private List<Holder> holders(ListingId listing, Object[] keys) {
    return database.query(
        HOLDERS,
        find -> {
          Parameters.array(find, 1, "uuid", keys);
          find.setInt(2, Leads.MAX_CANDIDATES);
          Parameters.array(find, 3, "uuid", keys);
          find.setObject(4, listing.value());
          find.setObject(5, listing.value());
        },
        row ->
            new Holder(
                row.getObject("key", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getObject("person_id", UUID.class),
                PostgresLeads.ended(row)));
  }

  private static Map<UUID, List<LeadId>> byKey(List<Holder> holders) {
    Map<UUID, List<LeadId>> byKey = new HashMap<>();
    for (Holder holder : holders) {
      if (holder.key() != null && holder.lead() != null) {
        byKey.computeIfAbsent(holder.key(), _ -> new ArrayList<>()).add(new LeadId(holder.lead()));
      }
    }
    return byKey;
  }

  private static Set<LeadId> own(List<Holder> holders) {
    return holders.stream()
        .filter(holder -> holder.key() == null)
        .map(Holder::lead)
        .filter(Objects::nonNull)
        .map(LeadId::new)
        .collect(Collectors.toSet());
  }

  private static Map<BlockingKey, Integer> counts(
      Map<UUID, List<LeadId>> holders, Map<UUID, BlockingKey> asked) {
    Map<BlockingKey, Integer> counts = new HashMap<>();
    holders.forEach(
        (key, leads) -> counts.put(Objects.requireNonNull(asked.get(key)), leads.size()));
    return counts;
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

  private List<KnownPerson> persons(List<Holder> holders, Map<UUID, BlockingKey> asked) {
    Map<UUID, Set<BlockingKey>> shared = new HashMap<>();
    for (Holder holder : holders) {
      if (holder.person() != null) {
        BlockingKey key = Objects.requireNonNull(asked.get(holder.key()));
        shared.computeIfAbsent(holder.person(), _ -> new HashSet<>()).add(key);
      }
    }
    if (shared.isEmpty()) {
      return List.of();
    }
    return database.query(
        PERSONS,
        find -> {
          find.setInt(1, Leads.MAX_CANDIDATES);
          Parameters.array(find, 2, "uuid", shared.keySet().toArray());
        },
        row -> person(row, shared));
  }

  private static KnownPerson person(ResultSet row, Map<UUID, Set<BlockingKey>> shared)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new KnownPerson(
        new PersonId(id),
        row.getInt("keys"),
        shared.getOrDefault(id, Set.of()),
        Arrays.stream(uuids(row.getArray("leads"))).map(LeadId::new).collect(Collectors.toSet()));
  }

  static UUID[] uuids(Array array) throws SQLException {
    return (UUID[]) array.getArray();
  }
}
