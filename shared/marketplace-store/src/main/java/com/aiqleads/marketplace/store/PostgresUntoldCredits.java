package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.UntoldCredits;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

record PostgresUntoldCredits(Database database) implements UntoldCredits {

  private static final String ADD =
      """
      insert into untold_credits (return_id, team_id, amount, currency) values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String TAKE =
      """
      with told as (
        delete from untold_credits where (team_id, currency) = (
          select team_id, currency from untold_credits order by team_id, currency limit 1)
        returning team_id, amount, currency)
      select team_id, currency, count(*) as leads, sum(amount) as amount
      from told group by team_id, currency
      """;

  @Override
  public void add(LeadReturn credited) {
    Money amount = credited.credited();
    database.update(
        ADD,
        Parameters.of(
            credited.id().value(),
            credited.team().value(),
            amount.minorUnits(),
            amount.currency().getCurrencyCode()));
  }

  @Override
  public Optional<Sum> take() {
    return database.queryOne(
        TAKE,
        Parameters.of(),
        row ->
            new Sum(
                new TeamId(row.getObject("team_id", UUID.class)),
                row.getInt("leads"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")))));
  }
}
