package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.holds.HoldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

final class PostgresAvailabilities implements Availabilities {
  private static final String NOTE =
      """
      select * from note_availability(array(
        select lead_id from holds where hold_id = any (?)))
      """;

  private static final String NOTE_IN_DOUBT =
      "select * from note_availability(array(select * from leads_in_doubt(?)))";

  private final Database database;

  PostgresAvailabilities(Database database) {
    this.database = database;
  }

  @Override
  public List<Availability> note(Collection<HoldId> holds) {
    UUID[] ids = holds.stream().map(HoldId::value).toArray(UUID[]::new);
    return ids.length == 0
        ? List.of()
        : database.query(NOTE, Parameters.of((Object) ids), PostgresAvailabilities::availability);
  }

  @Override
  public List<Availability> noteInDoubt(int most) {
    return database.query(NOTE_IN_DOUBT, Parameters.of(most), PostgresAvailabilities::availability);
  }

  @Override
  public boolean anyInDoubt() {
    return !database.query("select * from leads_in_doubt(1)", Parameters.of(), _ -> true).isEmpty();
  }

  static Availability availability(ResultSet row) throws SQLException {
    return new Availability(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getLong("change"),
        row.getObject("full_until", OffsetDateTime.class).toInstant());
  }
}
