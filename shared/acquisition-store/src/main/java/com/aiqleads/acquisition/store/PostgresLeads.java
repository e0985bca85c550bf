package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Two round trips a lead, read and write, and one for the locks of a whole batch.
final class PostgresLeads implements Leads {

  /// In the order of the array.
  private static final String LOCK =
      "select pg_advisory_xact_lock(lock) from unnest(?::bigint[]) as lock";

  /// The lead of the advertisement itself, however many others share a key.
  private static final String FIND =
      """
      select lead.version, ending.ended_at, advertisement.*
      from (select lead_id from advertisements where listing_id = ?
            union
            (select lead_id from blocking_keys where key = any (?::uuid[])
             order by lead_id limit ?)) as candidate
      join leads as lead on lead.id = candidate.lead_id
      join advertisements as advertisement on advertisement.lead_id = lead.id
      left join endings as ending on ending.listing_id = advertisement.listing_id
      order by lead.id, advertisement.listing_id
      """;

  private static final String FILE =
      """
      with lead as (
        insert into leads (id, version) values (?, ?)
        on conflict (id) do update
          set version = excluded.version, changed_at = clock_timestamp()
          where leads.version < excluded.version
      ), keys as (
        insert into blocking_keys (key, lead_id)
        select key, ? from unnest(?::uuid[]) as key
        on conflict do nothing
      )
      """
          + AdvertisementRow.UPSERT;

  private static final String END =
      """
      insert into endings (listing_id, ended_at) values (?, ?)
      on conflict (listing_id) do update
        set ended_at = greatest(endings.ended_at, excluded.ended_at)
      """;

  private static final String ALIAS =
      """
      insert into aliases (alias_id, listing_id) values (?, ?)
      on conflict (alias_id) do update set listing_id = excluded.listing_id
      """;

  private static final String RAISE =
      """
      update leads set version = ?, changed_at = clock_timestamp() where id = ? and version < ?
      """;

  private record Row(
      LeadId lead, long version, Advertisement advertisement, Optional<Instant> ended) {}

  private final Database database;
  private final SealedContacts contacts;
  private final BlindKeys blindKeys;

  PostgresLeads(Database database, SealedContacts contacts, BlindKeys blindKeys) {
    this.database = database;
    this.contacts = contacts;
    this.blindKeys = blindKeys;
  }

  @Override
  public void reserve(Set<ListingId> listings, Set<BlockingKey> keys) {
    Long[] locks = blindKeys.locks(listings, keys);
    database.query(LOCK, lock -> array(lock, 1, "bigint", locks), _ -> true);
  }

  @Override
  public List<KnownLead> find(ListingId listing, Set<BlockingKey> keys) {
    Object[] blind = keys.stream().map(blindKeys::of).toArray();
    List<Row> rows =
        database.query(
            FIND,
            find -> {
              find.setObject(1, listing.value());
              array(find, 2, "uuid", blind);
              find.setInt(3, MAX_CANDIDATES);
            },
            row ->
                new Row(
                    new LeadId(row.getObject("lead_id", UUID.class)),
                    row.getLong("version"),
                    AdvertisementRow.read(row, contacts),
                    ended(row)));
    return leads(rows);
  }

  @Override
  public void file(Filed filed) {
    Object[] keys = filed.keys().stream().map(blindKeys::of).sorted().toArray();
    database.update(
        FILE,
        file -> {
          file.setObject(1, filed.lead().value());
          file.setLong(2, filed.version());
          file.setObject(3, filed.lead().value());
          array(file, 4, "uuid", keys);
          AdvertisementRow.bind(file, 5, filed, contacts);
        });
  }

  @Override
  public void end(ListingId listing, Instant at) {
    database.update(
        END,
        end -> {
          end.setObject(1, listing.value());
          end.setObject(2, at.atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public void alias(ListingId other, ListingId own) {
    database.update(
        ALIAS,
        alias -> {
          alias.setObject(1, other.value());
          alias.setObject(2, own.value());
        });
  }

  @Override
  public ListingId own(ListingId any) {
    return database
        .queryOne(
            "select listing_id from aliases where alias_id = ?",
            find -> find.setObject(1, any.value()),
            row -> new ListingId(row.getObject("listing_id", UUID.class)))
        .orElse(any);
  }

  @Override
  public Optional<Instant> endOf(ListingId listing) {
    return database
        .queryOne(
            "select ended_at from endings where listing_id = ?",
            find -> find.setObject(1, listing.value()),
            PostgresLeads::ended)
        .flatMap(ended -> ended);
  }

  @Override
  public void raise(LeadId lead, long version) {
    database.update(
        RAISE,
        raise -> {
          raise.setLong(1, version);
          raise.setObject(2, lead.value());
          raise.setLong(3, version);
        });
  }

  private static Optional<Instant> ended(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static List<KnownLead> leads(List<Row> rows) {
    Map<LeadId, List<Row>> byLead = new LinkedHashMap<>();
    rows.forEach(row -> byLead.computeIfAbsent(row.lead(), _ -> new ArrayList<>()).add(row));
    return byLead.values().stream().map(PostgresLeads::lead).toList();
  }

  private static KnownLead lead(List<Row> rows) {
    Row first = rows.getFirst();
    Map<ListingId, Instant> endings = new HashMap<>();
    rows.forEach(
        row -> row.ended().ifPresent(at -> endings.put(row.advertisement().listing().id(), at)));
    return new KnownLead(
        first.lead(), first.version(), rows.stream().map(Row::advertisement).toList(), endings);
  }

  private static void array(PreparedStatement statement, int index, String type, Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }
}
