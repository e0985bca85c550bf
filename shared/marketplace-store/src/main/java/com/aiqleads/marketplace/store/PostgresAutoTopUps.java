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
