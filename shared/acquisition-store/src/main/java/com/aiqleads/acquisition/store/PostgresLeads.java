package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.matching.Evidence;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.Candidates;
import com.aiqleads.acquisition.resolution.Edge;
import com.aiqleads.acquisition.resolution.Identity;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.LeadHistory;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.PersonId;
import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.acquisition.resolution.Split;
import com.aiqleads.acquisition.standing.Marks;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Of a whole batch one round trip for the locks and three for who shares its keys, what those say
/// and who sells them; the write is one a lead. What the batch itself changed on the way is asked
/// again.
final class PostgresLeads implements Leads {

  /// In the order of the array.
  private static final String LOCK =
      "select pg_advisory_xact_lock(lock) from unnest(?::bigint[]) as lock";

  private static final String FILE =
      "select file_advertisement(?, ?::uuid[], ?, ?::uuid[], ?::uuid[], ?::boolean[], ?::real[],"
          + " ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], "
          + AdvertisementRow.PARAMETERS
          + ")";

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
      update leads set version = ?, changed_at = clock_timestamp() where id = ? and version = ?
      """;

  private final Database database;
  private final SealedContacts contacts;
  private final BlindKeys blindKeys;
  private final PostgresCandidates candidates;
  private final PostgresSplits splits;

  /// Of the transaction that this thread is in.
  private final ThreadLocal<Foreseen> foreseen = ThreadLocal.withInitial(Foreseen::nothing);

  PostgresLeads(Database database, SealedContacts contacts, BlindKeys blindKeys) {
    this.database = database;
    this.contacts = contacts;
    this.blindKeys = blindKeys;
    this.candidates = new PostgresCandidates(database, contacts, blindKeys);
    this.splits = new PostgresSplits(database, blindKeys);
  }

  @Override
  public void reserve(Set<ListingId> listings, Set<BlockingKey> keys) {
    foreseen.remove();
    Long[] locks = blindKeys.locks(listings, keys);
    database.query(LOCK, lock -> Parameters.array(lock, 1, "bigint", locks), _ -> true);
  }

  @Override
  public void expect(Map<ListingId, Set<BlockingKey>> coming) {
    foreseen.set(
        coming.isEmpty()
            ? Foreseen.nothing()
            : new Foreseen(transaction(), coming, candidates.of(coming)));
  }

  /// Of each transaction another object.
  private Object transaction() {
    return database.onConnection(connection -> connection);
  }

  @Override
  public Candidates find(ListingId listing, Set<BlockingKey> keys) {
    return foreseen
        .get()
        .take(this::transaction, listing, keys)
        .orElseGet(() -> candidates.of(listing, keys));
  }

  @Override
  public Optional<KnownLead> find(LeadId lead) {
    return candidates.leads(Set.of(lead)).stream().findFirst();
  }

  @Override
  public void file(Filed filed) {
    foreseen.get().filed(filed);
    filed.seller().filter(seller -> !seller.same().isEmpty()).ifPresent(this::unite);
    database.query(FILE, file -> bind(new Parameters(file, 1), filed), _ -> true);
  }

  private void bind(Parameters next, Filed filed) throws SQLException {
    next.set(filed.version());
    next.array("uuid", blindKeys.inOrder(filed.keys()));
    next.set(filed.match().model());
    List<Edge> edges = filed.edges();
    next.array("uuid", edges.stream().map(edge -> edge.other().value()).toArray());
    next.array("uuid", edges.stream().map(edge -> edge.lead().value()).toArray());
    next.array("boolean", edges.stream().map(Edge::joined).toArray());
    next.array("real", edges.stream().map(edge -> (float) edge.bits()).toArray());
    next.array("text", edges.stream().map(PostgresLeads::codes).toArray());
    Object[] sellerKeys =
        filed.seller().map(who -> blindKeys.inOrder(who.keys())).orElseGet(() -> new Object[0]);
    next.array("uuid", sellerKeys);
    BlindMarks.of(Marks.of(filed.advertisement()), blindKeys).bind(next);
    AdvertisementRow.bind(next, filed, contacts);
  }

  private static String codes(Edge edge) {
    return edge.evidence().stream().map(Evidence::code).collect(Collectors.joining(" "));
  }

  /// Persons who turned out to be one.
  private void unite(Identity seller) {
    Object[] same = seller.same().stream().map(PersonId::value).sorted().toArray();
    for (String table : List.of("person_keys", "advertisements")) {
      database.update(
          "update " + table + " set person_id = ? where person_id = any (?::uuid[])",
          unite -> {
            unite.setObject(1, seller.person().value());
            Parameters.array(unite, 2, "uuid", same);
          });
    }
  }

  @Override
  public void end(ListingId listing, Instant at) {
    foreseen.get().ended(listing);
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
    foreseen.get().raised(lead);
    int raised =
        database.update(
            RAISE,
            raise -> {
              raise.setLong(1, version);
              raise.setObject(2, lead.value());
              raise.setLong(3, version - 1);
            });
    if (raised == 0) {
      throw new IllegalStateException(lead.text() + " has another version than " + (version - 1));
    }
  }

  @Override
  public void split(Split split) {
    foreseen.get().clear();
    splits.file(split);
    raise(split.left().id(), split.left().version());
  }

  @Override
  public LeadHistory history(LeadId lead) {
    return new PostgresLeadHistory(database).of(lead);
  }

  static Optional<Instant> ended(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
