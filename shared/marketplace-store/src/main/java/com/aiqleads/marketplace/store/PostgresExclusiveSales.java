package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.exclusivity.ExclusiveSale;
import com.aiqleads.marketplace.exclusivity.ExclusiveSales;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PostgresExclusiveSales(Database database) implements ExclusiveSales {

  @Override
  public List<ExclusiveSale> of(TeamId team, int most) {
    return database.query(
        "select * from exclusive_sales where team_id = ?"
            + " order by placed_at desc, order_line_id limit ?",
        Parameters.of(team.value(), most),
        PostgresExclusiveSales::sale);
  }

  @Override
  public Optional<ExclusiveSale> find(OrderLineId line) {
    return database.queryOne(
        "select * from exclusive_sales where order_line_id = ?",
        Parameters.of(line.value()),
        PostgresExclusiveSales::sale);
  }

  private static ExclusiveSale sale(ResultSet row) throws SQLException {
    return new ExclusiveSale(
        new OrderLineId(row.getObject("order_line_id", UUID.class)),
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getInt("sold_before"),
        ending(row));
  }

  private static Optional<ExclusiveSale.Ending> ending(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(
            new ExclusiveSale.Ending(
                ExclusiveSale.Reason.valueOf(row.getString("ending")), at.toInstant()));
  }
}
