package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Behind the lock of the team, as whoever changes an order: none is changed meanwhile.
record PostgresParkedOrders(Database database, StandingOrders orders) implements ParkedOrders {

  private static final String PARK =
      """
      insert into parked_orders (standing_order_id, parked_at) values (?, clock())
      on conflict do nothing
      """;
  private static final String OF_TEAM =
      """
      select p.standing_order_id from parked_orders p join standing_orders s using (standing_order_id)
      where s.team_id = ?
      """;

  @Override
  public int park(TeamId team, UserId maker) {
    return database.inTransaction(
        () -> {
          database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
          List<StandingOrder> left =
              orders.of(team).stream().filter(order -> order.owner().equals(maker)).toList();
          return left.stream().mapToInt(this::park).sum();
        });
  }

  private int park(StandingOrder order) {
    if (order.state() == State.ACTIVE) {
      orders.replace(order.in(State.PAUSED));
    }
    return database.update(PARK, Parameters.of(order.id().value()));
  }

  @Override
  public Set<StandingOrderId> of(TeamId team) {
    return new HashSet<>(
        database.query(
            OF_TEAM,
            Parameters.of(team.value()),
            row -> new StandingOrderId(row.getObject("standing_order_id", UUID.class))));
  }
}
