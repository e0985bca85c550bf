package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.erasing.ErasableRecords;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.standing.Mark;
import com.aiqleads.acquisition.store.StrayLineage.Stray;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks the catalogue of the database which tables know listings and which columns hold text, so
/// that a table of tomorrow is gone through as well.
final class PostgresErasableRecords implements ErasableRecords {

  private static final String PLACE = "postgresql acquisition.";
  private static final String REFUSED = PLACE + "refusals";

  private static final String BY_LISTING =
      """
      select c.table_name, c.column_name
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        and c.udt_name = 'uuid' and c.column_name in ('listing_id', 'other_id', 'alias_id')
      order by 1, 2
      """;

  private static final String TEXTS =
      """
      select c.table_name, c.column_name
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        and c.udt_name in ('text', '_text', 'varchar', 'bpchar', 'json', 'jsonb', 'name')
      order by 1, 2
      """;

  private static final String VERSIONS =
      """
      update leads set version = version + 1, changed_at = clock_timestamp()
      where id = any (?::uuid[])
      returning id, version
      """;

  private static final String KEYS =
      """
      delete from blocking_keys
      where lead_id = any (?::uuid[]) and (key = any (?::uuid[]) or not exists (
        select from advertisements where advertisements.lead_id = blocking_keys.lead_id))
      """;

  /// Before the advertisements go: the keys of who is left with none.
  private static final String SELLERS =
      """
      delete from person_keys where key = any (?::uuid[]) or (
        person_id in (
          select person_id from advertisements where listing_id = any (?::uuid[]))
        and not exists (
          select from advertisements as other
          where other.person_id = person_keys.person_id and other.listing_id <> all (?::uuid[])))
      """;

  /// Of the advertisements, and those of the person's contacts that others show.
  private static final String MARKS =
      "delete from marks where listing_id = any (?::uuid[]) or mark = any (?::uuid[])";

  private static final String LEADS =
      """
      delete from leads where id = any (?::uuid[]) and not exists (
        select from advertisements where advertisements.lead_id = leads.id)
      """;

  private static final String SPLITS =
      """
      update splits set listing_ids =
        array(select one from unnest(listing_ids) as one where one <> all (?::uuid[]))
      where listing_ids && ?::uuid[]
      """;

  /// In refusals a home stands in the address of its page, in proposals in clear. What other homes
  /// of the same house lose there is missed by nobody; their messages are.
  private static final Set<String> WITH_HOMES = Set.of("refusals", "proposals");

  /// Where somebody stands in clear, and what of it is told.
  private static final List<Clear> IN_CLEAR =
      List.of(
          new Clear("outbox", "event, created_at"),
          new Clear("refusals", "*"),
          new Clear("hiring_jobs", "*"),
          new Clear("company_profiles", "*"),
          new Clear("proposals", "*"));

  private static final String SAYING = " as said where said::text ~* any (?::text[])";

  private record Column(String table, String name) {}

  private record Clear(String table, String told) {}

  /// What to look for.
  private record Look(
      Traces traces,
      List<Stray> strays,
      Set<ListingId> listings,
      List<String> inTexts,
      List<String> withHomes) {}

  private final Database database;
  private final BlindKeys hashes;
  private final StrayLineage strays;

  PostgresErasableRecords(Database database, BlindKeys hashes, SealedParticulars sealed) {
    this.database = database;
    this.hashes = hashes;
    this.strays = new StrayLineage(database, sealed);
  }

  @Override
  public Erased erase(
      Person person, Set<BlockingKey> ways, Set<ListingId> listings, Set<LeadId> leads) {
    Object[] hashed = ways.stream().map(hashes::of).toArray();
    Look look = look(person, listings, leads);
    Erased erased = erase(hashed, contactMarks(person), look.listings(), leads);
    Map<String, Long> rows = new LinkedHashMap<>(erased.rows());
    IN_CLEAR.forEach(
        clear ->
            add(
                rows,
                clear.table(),
                database.update("delete from " + clear.table() + SAYING, bound(look, clear))));
    return new Erased(rows, erased.versions());
  }

  @Override
  public Told tell(Person person, Set<ListingId> listings, Set<LeadId> leads) {
    Look look = look(person, listings, leads);
    List<Row> rows = new ArrayList<>();
    IN_CLEAR.forEach(
        clear ->
            rows.addAll(
                database.query(
                    "select " + clear.told() + " from " + clear.table() + SAYING,
                    bound(look, clear),
                    row -> new Row(PLACE + clear.table(), said(row)))));
    return new Told(
        look.strays().stream().map(Stray::listing).collect(Collectors.toSet()),
        Stream.concat(
                look.strays().stream().map(Stray::page),
                rows.stream()
                    .filter(row -> row.place().equals(REFUSED))
                    .map(row -> page(row, look.traces())))
            .filter(page -> WebAddress.of(page.url(), page.url()).isPresent())
            .toList(),
        rows);
  }

  /// Refusals do not know a market.
  private static Page page(Row refusal, Traces traces) {
    String url = Objects.requireNonNull(refusal.said().get("url"));
    return new Page(
        Objects.requireNonNull(refusal.said().get("source")), null, url, traces.areIn(url));
  }

  private static Map<String, String> said(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, String> said = new LinkedHashMap<>();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      String value = row.getString(at);
      if (value != null) {
        said.put(columns.getColumnName(at), value);
      }
    }
    return said;
  }

  /// One look for what is told and for what is erased.
  private Look look(Person person, Set<ListingId> listings, Set<LeadId> leads) {
    Traces traces = Traces.of(person);
    List<Stray> found = strays.naming(traces);
    Set<ListingId> all = new HashSet<>(listings);
    found.forEach(stray -> all.add(stray.listing()));
    return new Look(
        traces,
        found,
        all,
        traces(traces.patterns(), all, leads),
        traces(traces.withHomes(), all, leads));
  }

  private static Database.Binder bound(Look look, Clear clear) {
    List<String> patterns = WITH_HOMES.contains(clear.table()) ? look.withHomes() : look.inTexts();
    return row -> Parameters.array(row, 1, "text", patterns.toArray());
  }

  @Override
  public Erased retire(Set<ListingId> listings, Set<LeadId> leads) {
    return erase(new Object[0], new Object[0], listings, leads);
  }

  private Erased erase(
      Object[] hashed, Object[] marks, Set<ListingId> listings, Set<LeadId> leads) {
    Object[] ids = listings.stream().map(ListingId::value).toArray();
    Object[] leadIds = leads.stream().map(LeadId::value).toArray();
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<LeadId, Long> versions = versions(leadIds);
    add(rows, "person_keys", sellers(hashed, ids));
    add(rows, "marks", marks(marks, ids));
    columns(BY_LISTING)
        .forEach(
            column ->
                add(rows, column.table(), update(deleteOf(column) + " = any (?::uuid[])", ids)));
    add(
        rows,
        "splits",
        database.update(
            SPLITS,
            row -> {
              Parameters.array(row, 1, "uuid", ids);
              Parameters.array(row, 2, "uuid", ids);
            }));
    add(
        rows,
        "blocking_keys",
        database.update(
            KEYS,
            row -> {
              Parameters.array(row, 1, "uuid", leadIds);
              Parameters.array(row, 2, "uuid", hashed);
            }));
    add(rows, "leads", update(LEADS, leadIds));
    return new Erased(rows, versions);
  }

  /// Mail addresses in either form: see [BlockingKey#inEitherForm].
  private Object[] contactMarks(Person person) {
    return Stream.of(
            person.phones().stream().map(Phone::e164),
            person.emails().stream().map(email -> email.inLowerCase().address()),
            person.emails().stream().map(Email::address))
        .flatMap(contacts -> contacts)
        .distinct()
        .map(contact -> hashes.of(new Mark(Mark.Kind.CONTACT, contact).key()))
        .toArray();
  }

  private long marks(Object[] marks, Object[] listings) {
    return database.update(
        MARKS,
        row -> {
          Parameters.array(row, 1, "uuid", listings);
          Parameters.array(row, 2, "uuid", marks);
        });
  }

  private long sellers(Object[] ways, Object[] listings) {
    return database.update(
        SELLERS,
        row -> {
          Parameters.array(row, 1, "uuid", ways);
          Parameters.array(row, 2, "uuid", listings);
          Parameters.array(row, 3, "uuid", listings);
        });
  }

  /// In messages that wait, in refusals: how the person, the listings and the leads are written;
  /// in tables of its own a listing is written as its column is.
  private static List<String> traces(
      List<String> looks, Set<ListingId> listings, Set<LeadId> leads) {
    return Stream.of(
            looks.stream(),
            listings.stream().map(ListingId::text),
            listings.stream().map(listing -> listing.value().toString()),
            leads.stream().map(LeadId::text))
        .flatMap(texts -> texts)
        .toList();
  }

  private Map<LeadId, Long> versions(Object[] leads) {
    Map<LeadId, Long> versions = new LinkedHashMap<>();
    database
        .query(
            VERSIONS,
            find -> Parameters.array(find, 1, "uuid", leads),
            row -> Map.entry(new LeadId(row.getObject("id", UUID.class)), row.getLong("version")))
        .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
    return versions;
  }

  private static String deleteOf(Column column) {
    return "delete from " + column.table() + " where " + column.name();
  }

  private long update(String sql, Object[] ids) {
    return database.update(sql, row -> Parameters.array(row, 1, "uuid", ids));
  }

  private static void add(Map<String, Long> rows, String table, long count) {
    rows.merge(PLACE + table, count, Long::sum);
  }

  @Override
  public Map<String, Long> left(Person person) {
    Traces looks = Traces.of(person);
    Object[] patterns = looks.patterns().toArray();
    Object[] withHomes = looks.withHomes().toArray();
    Map<String, Long> left = new LinkedHashMap<>();
    add(left, "lineage", strays.naming(looks).size());
    for (Column column : columns(TEXTS)) {
      long count =
          database
              .queryOne(
                  "select count(*) from "
                      + column.table()
                      + " where "
                      + column.name()
                      + "::text ~* any (?::text[])",
                  find ->
                      Parameters.array(
                          find,
                          1,
                          "text",
                          WITH_HOMES.contains(column.table()) ? withHomes : patterns),
                  row -> row.getLong(1))
              .orElseThrow();
      left.merge(PLACE + column.table(), count, Long::sum);
    }
    return left;
  }

  private List<Column> columns(String sql) {
    return database.query(
        sql, _ -> {}, row -> new Column(quoted(row.getString(1)), quoted(row.getString(2))));
  }

  /// The catalogue's names, as SQL takes them.
  private static String quoted(String name) {
    return name.matches("[a-z_0-9]+") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
