package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.taxes.TaxRate;
import com.aiqleads.marketplace.taxes.Taxes;

/// A rate for each state in which the house collects taxes: the table is empty as it comes.
final class PostgresTaxes implements Taxes {
  private static final String RATE =
      """
      select r.millionths from billing_details b join tax_rates r using (state) where b.team_id = ?
      """;

  private final Database database;

  PostgresTaxes(Database database) {
    this.database = database;
  }

  @Override
  public TaxRate of(TeamId team) {
    return database
        .queryOne(RATE, Parameters.of(team.value()), row -> new TaxRate(row.getInt(1)))
        .orElse(TaxRate.NONE);
  }
}
