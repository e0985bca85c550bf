package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.AccessBasis;
import com.aiqleads.acquisition.approving.FieldGroup;
import com.aiqleads.acquisition.approving.ImageMode;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.lambda.database.Database;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each decision and the row that says who made it are one transaction.
final class PostgresSourceBook implements SourceBook {

  private static final String PERMIT = "select * from source_permits where source = ?";
  private static final String TARGETS =
      "select * from search_targets where source = ? order by market";
  private static final String CHANGES =
      "select * from source_changes where source = ? order by changed_at desc, id desc limit ?";

  private static final String PUT_PERMIT =
      """
      insert into source_permits (source, terms_url, terms_reviewed_at, robots_url, access_basis,
        approved_by, approved_at, expires_at, allowed_fields, image_mode, cadence_minutes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (source) do update set
        terms_url = excluded.terms_url, terms_reviewed_at = excluded.terms_reviewed_at,
        robots_url = excluded.robots_url, access_basis = excluded.access_basis,
        approved_by = excluded.approved_by, approved_at = excluded.approved_at,
        expires_at = excluded.expires_at, allowed_fields = excluded.allowed_fields,
        image_mode = excluded.image_mode, cadence_minutes = excluded.cadence_minutes
      """;

  private static final String PUT_TARGET =
      """
      insert into search_targets (source, market, place, cadence_minutes, active, approved_by,
        approved_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (source, market) do update set
        place = excluded.place, cadence_minutes = excluded.cadence_minutes,
        active = excluded.active, approved_by = excluded.approved_by,
        approved_at = excluded.approved_at
      """;

  private static final String NOTE =
      """
      insert into source_changes (id, changed_at, person, source, act, subject, text)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  PostgresSourceBook(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Permit> permit(CrawledSite source) {
    return database.queryOne(
        PERMIT, row -> row.setString(1, source.id()), PostgresSourceBook::permit);
  }

  @Override
  public List<SearchTarget> targets(CrawledSite source) {
    return database.query(
        TARGETS, row -> row.setString(1, source.id()), PostgresSourceBook::target);
  }

  @Override
  public List<SourceChange> changes(CrawledSite source) {
    return database.query(
        CHANGES,
        row -> {
          row.setString(1, source.id());
          row.setInt(2, MAX_CHANGES);
        },
        PostgresSourceBook::change);
  }

  @Override
  public void put(Permit permit, SourceChange change) {
    boolean _ = decide(() -> database.update(PUT_PERMIT, row -> bind(row, permit)), change);
  }

  @Override
  public void put(SearchTarget target, SourceChange change) {
    boolean _ = decide(() -> database.update(PUT_TARGET, row -> bind(row, target)), change);
  }

  @Override
  public boolean withdraw(CrawledSite source, SourceChange change) {
    return decide(
        () ->
            database.update(
                "delete from source_permits where source = ?",
                row -> row.setString(1, source.id())),
        change);
  }

  @Override
  public boolean remove(CrawledSite source, String market, SourceChange change) {
    return decide(
        () ->
            database.update(
                "delete from search_targets where source = ? and market = ?",
                row -> {
                  row.setString(1, source.id());
                  row.setString(2, market);
                }),
        change);
  }

  private boolean decide(IntSupplier decision, SourceChange change) {
    return database.inTransaction(
        () -> {
          boolean done = decision.getAsInt() > 0;
          if (done) {
            int _ = database.update(NOTE, row -> bind(row, change));
          }
          return done;
        });
  }

  private static void bind(PreparedStatement row, Permit permit) throws SQLException {
    Object[] fields = permit.allowedFields().stream().map(FieldGroup::id).sorted().toArray();
    row.setString(1, permit.source().id());
    row.setString(2, permit.termsUrl().toString());
    row.setObject(3, time(permit.termsReviewedAt()));
    row.setString(4, permit.robotsUrl().toString());
    row.setString(5, permit.accessBasis().id());
    row.setString(6, permit.approvedBy());
    row.setObject(7, time(permit.approvedAt()));
    row.setObject(8, time(permit.expiresAt()));
    row.setArray(9, row.getConnection().createArrayOf("text", fields));
    row.setString(10, permit.imageMode().id());
    row.setLong(11, permit.cadence().toMinutes());
  }

  private static void bind(PreparedStatement row, SearchTarget target) throws SQLException {
    row.setString(1, target.source().id());
    row.setString(2, target.market());
    row.setString(3, target.place());
    row.setLong(4, target.cadence().toMinutes());
    row.setBoolean(5, target.active());
    row.setString(6, target.approvedBy());
    row.setObject(7, time(target.approvedAt()));
  }

  private static void bind(PreparedStatement row, SourceChange change) throws SQLException {
    row.setObject(1, change.id());
    row.setObject(2, time(change.at()));
    row.setString(3, change.person());
    row.setString(4, change.source().id());
    row.setString(5, change.act().id());
    row.setString(6, change.subject());
    row.setString(7, change.text());
  }

  private static Permit permit(ResultSet row) throws SQLException {
    return new Permit(
        source(row),
        URI.create(row.getString("terms_url")),
        instant(row, "terms_reviewed_at"),
        URI.create(row.getString("robots_url")),
        AccessBasis.of(row.getString("access_basis")),
        row.getString("approved_by"),
        instant(row, "approved_at"),
        instant(row, "expires_at"),
        fields((String[]) row.getArray("allowed_fields").getArray()),
        ImageMode.of(row.getString("image_mode")),
        Duration.ofMinutes(row.getLong("cadence_minutes")));
  }

  private static SearchTarget target(ResultSet row) throws SQLException {
    return new SearchTarget(
        source(row),
        row.getString("market"),
        row.getString("place"),
        Duration.ofMinutes(row.getLong("cadence_minutes")),
        row.getBoolean("active"),
        row.getString("approved_by"),
        instant(row, "approved_at"));
  }

  private static SourceChange change(ResultSet row) throws SQLException {
    return new SourceChange(
        row.getObject("id", UUID.class),
        instant(row, "changed_at"),
        row.getString("person"),
        source(row),
        SourceChange.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("subject"),
        row.getString("text"));
  }

  private static CrawledSite source(ResultSet row) throws SQLException {
    return CrawledSite.find(row.getString("source")).orElseThrow();
  }

  private static Set<FieldGroup> fields(String[] ids) {
    return Stream.of(ids).map(FieldGroup::of).collect(Collectors.toUnmodifiableSet());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
