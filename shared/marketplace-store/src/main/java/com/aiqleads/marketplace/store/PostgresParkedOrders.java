package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Behind the lock of the team, as whoever changes an order: none is changed meanwhile.
record PostgresParkedOrders(Database database, StandingOrders orders) implements ParkedOrders {

  private static final String PARK =
      """
      insert into parked_orders (standing_order_id, parked_at) values (?, clock())
      on conflict do nothing
      """;
  private static final String LEAVE =
      """
      insert into leavers (team_id, user_id, left_at) values (?, ?, ?)
      on conflict (team_id, user_id) do update
        set left_at = greatest(leavers.left_at, excluded.left_at)
      """;
  private static final String JUST_LEFT =
      """
      select from leavers
      where team_id = ? and user_id = ? and left_at > clock() - ? * interval '1 second'
      """;
  private static final String LEFT_BEHIND =
      """
      select s.standing_order_id from standing_orders s
      join standing_terms t on t.standing_order_id = s.standing_order_id and t.version = s.version
      where s.team_id = ? and s.owner = ? and t.changed_at <= ?::timestamptz + ? * interval '1 second'
        and not exists (
          select from parked_orders p where p.standing_order_id = s.standing_order_id)
      """;
  private static final String OF_TEAM =
      """
      select p.standing_order_id from parked_orders p join standing_orders s using (standing_order_id)
      where s.team_id = ?
      """;

  @Override
  public int park(TeamId team, UserId maker, Instant leftAt) {
    return database.inTransaction(
        () -> {
          database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
          OffsetDateTime then = leftAt.atOffset(ZoneOffset.UTC);
          database.update(LEAVE, Parameters.of(team.value(), maker.value(), then));
          Set<StandingOrderId> left =
              ids(LEFT_BEHIND, team.value(), maker.value(), then, LAST_TOKEN.toSeconds());
          return orders.of(team).stream()
              .filter(order -> left.contains(order.id()))
              .mapToInt(this::park)
              .sum();
        });
  }

  /// Whether there may be a token still by which they would go on here. Behind the lock of the
  /// team, where it is to hold until the end of a transaction.
  static boolean hasJustLeft(Database database, TeamId team, UserId maker) {
    return database
        .queryOne(
            JUST_LEFT,
            Parameters.of(team.value(), maker.value(), LAST_TOKEN.toSeconds()),
            _ -> true)
        .isPresent();
  }

  /// What is paused is paused again: whoever lets go on what it was comes too late.
  private int park(StandingOrder order) {
    orders.replace(order.in(State.PAUSED));
    return database.update(PARK, Parameters.of(order.id().value()));
  }

  @Override
  public Set<StandingOrderId> of(TeamId team) {
    return ids(OF_TEAM, team.value());
  }

  private Set<StandingOrderId> ids(String query, Object... values) {
    return new HashSet<>(
        database.query(
            query,
            Parameters.of(values),
            row -> new StandingOrderId(row.getObject("standing_order_id", UUID.class))));
  }
}
