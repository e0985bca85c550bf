package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.cards.AutoTopUp;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.CardCharge;
import com.aiqleads.marketplace.cards.Consent;
import com.aiqleads.marketplace.cards.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresAutoTopUps implements AutoTopUps {

  static final String OFF = "select switch_auto_top_up_off(?, ?)";
  private static final String OF = "select * from auto_top_ups where team_id = ?";
  private static final String ON = "select switch_auto_top_up_on(?, ?, ?, ?, ?, ?)";
  private static final String CHARGES =
      """
      select c.*, p.amount, p.currency from card_charges c join payments p using (payment_id)
      where c.team_id = ? order by c.begun_at desc, c.payment_id limit ?
      """;

  /// Nobody waits for an owner any more once there was another try, or somebody topped up on the
  /// page, or the invoice is paid.
  private static final String AWAITED =
      """
      select c.*, p.amount, p.currency
      from card_charges c join payments p using (payment_id) join cards k using (card_id)
      where c.team_id = ? and (c.outcome = 'OPEN' or (
        c.outcome = 'FAILED' and c.reason = 'authentication_required' and k.state = 'SAVED'
        and not exists (select from card_charges later
          where later.team_id = c.team_id and later.begun_at > c.begun_at
            and later.invoice_id is not distinct from c.invoice_id)
        and case when c.invoice_id is null
          then c.ended_at > clock() - interval '1 day'
            and not exists (select from payments paid
              where paid.team_id = c.team_id and paid.method is null
                and paid.settled_at > c.ended_at and paid.state = 'SUCCEEDED')
            and exists (select from auto_top_ups a
              where a.team_id = c.team_id and a.stopped is null)
          else exists (select from dunnings d
            where d.invoice_id = c.invoice_id and d.ended_at is null) end))
      order by c.begun_at desc, c.payment_id
      """;

  private final Database database;

  PostgresAutoTopUps(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Setting> of(TeamId team) {
    return database.queryOne(OF, Parameters.of(team.value()), PostgresAutoTopUps::setting);
  }

  @Override
  public boolean switchOn(TeamId team, UserId who, AutoTopUp rule) {
    return isTrue(
        ON,
        team.value(),
        who.value(),
        Consent.AUTO_TOP_UP.version(),
        rule.threshold().minorUnits(),
        rule.amount().minorUnits(),
        rule.monthlyCap().minorUnits());
  }

  @Override
  public boolean switchOff(TeamId team) {
    return isTrue(OFF, team.value(), Stop.BY_TEAM.name());
  }

  private boolean isTrue(String sql, Object... values) {
    return database.query(sql, Parameters.of(values), row -> row.getBoolean(1)).getFirst();
  }

  @Override
  public List<CardCharge> awaited(TeamId team) {
    return database.query(AWAITED, Parameters.of(team.value()), CardRows::charge);
  }

  @Override
  public List<CardCharge> charges(TeamId team, int limit) {
    return database.query(CHARGES, Parameters.of(team.value(), limit), CardRows::charge);
  }

  private static Setting setting(ResultSet row) throws SQLException {
    return new Setting(
        new AutoTopUp(
            Money.usd(row.getLong("threshold")),
            Money.usd(row.getLong("amount")),
            Money.usd(row.getLong("monthly_cap"))),
        Optional.ofNullable(row.getString("stopped")).map(Stop::valueOf),
        SubscriptionRows.instant(row, "since"));
  }
}
