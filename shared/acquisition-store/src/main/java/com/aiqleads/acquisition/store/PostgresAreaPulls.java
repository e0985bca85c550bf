package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.AreaPulls;
import com.aiqleads.lambda.database.Database;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

record PostgresAreaPulls(Database database) implements AreaPulls {

  private static final String NOTE =
      """
      insert into do_not_call_pulls (area, pulled_at, numbers) values (?, ?, ?)
      on conflict (area) do update
        set pulled_at = excluded.pulled_at,
            numbers = coalesce(excluded.numbers, do_not_call_pulls.numbers)
      """;

  @Override
  public Optional<Pull> last(AreaCode area) {
    return database.queryOne(
        "select * from do_not_call_pulls where area = ?",
        find -> find.setString(1, area.digits()),
        row ->
            new Pull(
                row.getObject("pulled_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("numbers", Integer.class))));
  }

  @Override
  public void note(AreaCode area, Pull pull) {
    database.update(
        NOTE,
        row -> {
          row.setString(1, area.digits());
          row.setObject(2, pull.at().atOffset(ZoneOffset.UTC));
          row.setObject(3, pull.size().orElse(null), Types.INTEGER);
        });
  }
}
