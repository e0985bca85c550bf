package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.taxes.TaxRate;
import com.aiqleads.marketplace.taxes.Taxes;
import java.time.Instant;
import java.time.ZoneOffset;

/// Rates for each state in which the house collects taxes, each from a day on that begins where
/// the state says: the table is empty as it comes.
final class PostgresTaxes implements Taxes {
  private static final String RATE =
      """
      select r.millionths from billing_details b join tax_rates r using (state)
      where b.team_id = ? and r.valid_from::timestamp at time zone r.time_zone <= ?
      order by r.valid_from desc limit 1
      """;

  private final Database database;

  PostgresTaxes(Database database) {
    this.database = database;
  }

  @Override
  public TaxRate of(TeamId team, Instant at) {
    return database
        .queryOne(
            RATE,
            Parameters.of(team.value(), at.atOffset(ZoneOffset.UTC)),
            row -> new TaxRate(row.getInt(1)))
        .orElse(TaxRate.NONE);
  }
}
