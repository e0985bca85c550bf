package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.refusals.Refusal;
import com.aiqleads.acquisition.refusals.RefusalCount;
import com.aiqleads.acquisition.refusals.Refusals;
import com.aiqleads.lambda.database.Database;
import java.time.ZoneOffset;
import java.util.List;

/// One row for each refusal; the counts are a view.
final class PostgresRefusals implements Refusals {

  private static final String KEEP =
      """
      insert into refusals (id, subject, subject_id, source, url, step, reason_codes, reason_texts,
        refused_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String COUNT =
      "select source, step, reason, refusals from refusal_counts"
          + " order by refusals desc, source, step, reason";

  private final Database database;

  PostgresRefusals(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Refusal refusal) {
    Object[] codes = refusal.reasons().stream().map(Explained::code).toArray();
    Object[] texts = refusal.reasons().stream().map(Explained::text).toArray();
    database.update(
        KEEP,
        row -> {
          row.setObject(1, refusal.id());
          row.setString(2, refusal.subject().name());
          row.setString(3, refusal.subjectId());
          row.setString(4, refusal.source());
          row.setString(5, refusal.url());
          row.setString(6, refusal.step());
          row.setArray(7, row.getConnection().createArrayOf("text", codes));
          row.setArray(8, row.getConnection().createArrayOf("text", texts));
          row.setObject(9, refusal.refusedAt().atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public List<RefusalCount> counts() {
    return database.query(
        COUNT,
        _ -> {},
        row ->
            new RefusalCount(
                row.getString("source"),
                row.getString("step"),
                row.getString("reason"),
                row.getLong("refusals")));
  }
}
