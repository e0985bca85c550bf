package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Whoever changes an order has its team locked, as whoever buys for it.
final class PostgresStandingOrders implements StandingOrders {

  private static final String ORDERS = StandingOrderRow.NOW;

  private static final String INSERT_TERMS =
      "insert into standing_terms values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String RESULTS =
      """
      select r.lead_id, o.headline, r.outcome, r.reason, r.amount, r.currency, r.at
      from standing_results r
      join standing_orders s on s.standing_order_id = r.standing_order_id
      join offers o on o.lead_id = r.lead_id
      where s.team_id = ? and r.standing_order_id = ? and r.at < ?
      order by r.at desc, r.lead_id limit ?
      """;

  private final Database database;
  private final InstantSource clock;
  private final Explanations explanations;

  PostgresStandingOrders(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.explanations = new Explanations(database, clock);
  }

  @Override
  public Change add(StandingOrder order) {
    return database.inTransaction(
        () -> {
          lock(order.team());
          if (of(order.team()).size() >= StandingOrder.MOST) {
            return Change.TOO_MANY;
          }
          if (hasNoMaker(order)) {
            return Change.MAKER_LEFT;
          }
          database.update(
              "insert into standing_orders"
                  + " (standing_order_id, team_id, owner, version, since, made_at)"
                  + " values (?, ?, ?, ?, ?, ?)",
              Parameters.of(
                  order.id().value(),
                  order.team().value(),
                  order.owner().value(),
                  order.version(),
                  order.since().atOffset(ZoneOffset.UTC),
                  order.madeAt().atOffset(ZoneOffset.UTC)));
          keepTerms(order);
          return Change.DONE;
        });
  }

  @Override
  public Change replace(StandingOrder order) {
    return database.inTransaction(
        () -> {
          lock(order.team());
          if (hasNoMaker(order)) {
            return isCurrent(order) ? Change.MAKER_LEFT : Change.STALE;
          }
          int changed =
              database.update(
                  "update standing_orders set version = ?, since = ?, owner = ?"
                      + " where standing_order_id = ? and team_id = ? and version = ?",
                  Parameters.of(
                      order.version(),
                      order.since().atOffset(ZoneOffset.UTC),
                      order.owner().value(),
                      order.id().value(),
                      order.team().value(),
                      order.version() - 1));
          if (changed == 0) {
            return Change.STALE;
          }
          keepTerms(order);
          return Change.DONE;
        });
  }

  private void lock(TeamId team) {
    database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
  }

  private boolean hasNoMaker(StandingOrder order) {
    return order.state() == StandingOrder.State.ACTIVE
        && PostgresParkedOrders.hasJustLeft(database, order.team(), order.owner());
  }

  /// Whether it follows what there is. Who comes too late has seen it with its maker.
  private boolean isCurrent(StandingOrder order) {
    return find(order.team(), order.id())
        .filter(now -> now.version() == order.version() - 1)
        .isPresent();
  }

  private void keepTerms(StandingOrder order) {
    database.update(INSERT_TERMS, StandingOrderRow.terms(order, clock.instant()));
  }

  @Override
  public List<StandingOrder> of(TeamId team) {
    return database.query(
        ORDERS
            + " where s.team_id = ? and t.state <> 'ENDED' order by s.made_at, s.standing_order_id",
        Parameters.of(team.value()),
        StandingOrderRow::order);
  }

  @Override
  public Optional<StandingOrder> find(TeamId team, StandingOrderId id) {
    return database.queryOne(
        ORDERS + " where s.team_id = ? and t.state <> 'ENDED' and s.standing_order_id = ?",
        Parameters.of(team.value(), id.value()),
        StandingOrderRow::order);
  }

  @Override
  public List<Result> results(TeamId team, StandingOrderId id, Instant before, int limit) {
    return database.query(
        RESULTS,
        Parameters.of(team.value(), id.value(), before.atOffset(ZoneOffset.UTC), limit),
        StandingResultRow::result);
  }

  @Override
  public Optional<List<Answer>> why(TeamId team, LeadId lead) {
    return database.readOnly(
        () ->
            explanations.isKnown(lead)
                ? Optional.of(explanations.of(of(team), lead))
                : Optional.empty());
  }
}
