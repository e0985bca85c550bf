package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.lambda.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

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
    return database.queryOne(PERMIT, row -> row.setString(1, source.id()), SourceRows::permit);
  }

  @Override
  public List<SearchTarget> targets(CrawledSite source) {
    return database.query(TARGETS, row -> row.setString(1, source.id()), SourceRows::target);
  }

  @Override
  public List<SourceChange> changes(CrawledSite source) {
    return database.query(
        CHANGES,
        row -> {
          row.setString(1, source.id());
          row.setInt(2, MAX_CHANGES);
        },
        SourceRows::change);
  }

  @Override
  public void put(Permit permit, SourceChange change) {
    boolean _ =
        decide(() -> database.update(PUT_PERMIT, row -> SourceRows.bind(row, permit)), change);
  }

  @Override
  public void put(SearchTarget target, SourceChange change) {
    boolean _ =
        decide(() -> database.update(PUT_TARGET, row -> SourceRows.bind(row, target)), change);
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
            int _ = database.update(NOTE, row -> SourceRows.bind(row, change));
          }
          return done;
        });
  }
}
