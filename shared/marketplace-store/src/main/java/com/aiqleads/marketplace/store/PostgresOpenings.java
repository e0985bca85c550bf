package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.Openings;
import java.util.List;
import java.util.UUID;

/// One question for what was opened before.
final class PostgresOpenings implements Openings {
  private static final String CLOSED =
      """
      from order_lines l join orders o using (order_id)
      where o.team_id = ? and l.lead_id = any(?) and not exists (
        select from openings p where p.order_line_id = l.order_line_id)
      """;
  private static final String ANY = "select " + CLOSED + " limit 1";
  private static final String OPEN =
      "insert into openings (order_line_id, opened_at) select l.order_line_id, clock() "
          + CLOSED
          + " on conflict do nothing";

  private final Database database;

  PostgresOpenings(Database database) {
    this.database = database;
  }

  @Override
  public boolean open(TeamId team, List<LeadId> leads) {
    UUID[] ids = leads.stream().map(LeadId::value).toArray(UUID[]::new);
    if (ids.length == 0
        || database.query(ANY, Parameters.of(team.value(), ids), _ -> true).isEmpty()) {
      return false;
    }
    return database.inTransaction(
        () -> {
          database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
          database.update(OPEN, Parameters.of(team.value(), ids));
          return true;
        });
  }
}
