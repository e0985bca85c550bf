package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.Joining;
import com.aiqleads.marketplace.holds.Offering;
import com.aiqleads.marketplace.holds.Wait;
import com.aiqleads.marketplace.holds.Waits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// As with holds, each act is one call of a function of the database.
final class PostgresWaits implements Waits {
  private static final String JOIN = "select outcome, ahead from join_line(?, ?, ?)";
  private static final String LEAVE = "select leave_line(?, ?)";
  private static final String END_SOLD_OUT =
      """
      update waits w set state = 'PASSED', reason = 'SOLD_OUT', ended_at = clock()
      where w.state = 'WAITING' and not exists (
        select from slots s where s.lead_id = w.lead_id and s.state <> 'SOLD')
      """;
  private static final String DUE = "select leads_to_offer(?)";
  private static final String OFFER =
      "select team, (answer).* from offer_slot(?, ?) where team is not null";

  private static final String OF =
      """
      select w.lead_id, o.headline, o.standing = 'ON_SALE' as on_sale,
        ahead_of(w.team_id, w.lead_id) as ahead, w.since
      from waits w join offers o on o.lead_id = w.lead_id
      where w.team_id = ? and w.state = 'WAITING' order by w.nr
      """;

  private final Database database;
  private final InstantSource clock;

  PostgresWaits(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Joining join(TeamId team, LeadId lead) {
    return database
        .query(
            JOIN,
            Parameters.of(team.value(), lead.value(), Ids.next(clock)),
            row -> joining(row.getString(1), row.getLong(2)))
        .getFirst();
  }

  private static Joining joining(String outcome, long ahead) {
    return switch (outcome) {
      case "WAITING", "WAITING_BEFORE" -> new Joining.Waiting(ahead);
      default -> Joining.Refused.valueOf(outcome);
    };
  }

  @Override
  public boolean leave(TeamId team, LeadId lead) {
    return database
        .query(LEAVE, Parameters.of(team.value(), lead.value()), row -> row.getBoolean(1))
        .getFirst();
  }

  @Override
  public List<Wait> of(TeamId team) {
    return database.query(
        OF,
        Parameters.of(team.value()),
        row ->
            new Wait(
                lead(row),
                row.getString("headline"),
                row.getBoolean("on_sale"),
                row.getLong("ahead"),
                row.getObject("since", OffsetDateTime.class).toInstant()));
  }

  @Override
  public void endSoldOut() {
    database.update(END_SOLD_OUT, Parameters.of());
  }

  @Override
  public List<LeadId> due(int most) {
    return database.query(
        DUE, Parameters.of(most), row -> new LeadId(row.getObject(1, UUID.class)));
  }

  @Override
  public Optional<Offering> offer(LeadId lead) {
    return database.queryOne(
        OFFER, Parameters.of(lead.value(), Ids.next(clock)), PostgresWaits::offering);
  }

  private static Offering offering(ResultSet row) throws SQLException {
    TeamId team = new TeamId(row.getObject("team", UUID.class));
    HoldAnswer answer = new HoldAnswerRow(row).answer();
    return answer instanceof HoldAnswer.Held(var hold)
        ? new Offering.Offered(team, hold)
        : new Offering.Passed(team, lead(row), answer);
  }

  private static LeadId lead(ResultSet row) throws SQLException {
    return new LeadId(row.getObject("lead_id", UUID.class));
  }
}
