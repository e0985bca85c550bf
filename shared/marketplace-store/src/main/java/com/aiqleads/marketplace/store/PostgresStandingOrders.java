package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whoever changes an order has its team locked, as whoever buys for it.
final class PostgresStandingOrders implements StandingOrders {

  private static final String ORDERS =
      "select "
          + StandingOrderRow.COLUMNS
          + " from standing_orders s join standing_terms t"
          + " on t.standing_order_id = s.standing_order_id and t.version = s.version";

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

  private static final String RESULT =
      """
      select r.lead_id, '' as headline, r.outcome, r.reason, r.amount, r.currency, r.at
      from standing_results r where r.standing_order_id = ? and r.lead_id = ?
        and (r.outcome <> 'MISSED' or r.allocation_id = ?)
      """;

  private static final String LAST_ALLOCATION =
      """
      select * from allocations where lead_id = ? order by version desc, revision desc limit 1
      """;

  /// What the order said when the lead was allocated.
  private static final String AT_THAT_TIME =
      "select "
          + StandingOrderRow.COLUMNS
          + """
             from standing_orders s join standing_terms t
              on t.standing_order_id = s.standing_order_id
            where s.standing_order_id = ? and t.changed_at <= ?
            order by t.version desc limit 1
            """;

  private final Database database;
  private final InstantSource clock;

  PostgresStandingOrders(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Change add(StandingOrder order) {
    return database.inTransaction(
        () -> {
          lock(order.team());
          if (of(order.team()).size() >= StandingOrder.MOST) {
            return Change.TOO_MANY;
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
        PostgresStandingOrders::result);
  }

  private static Result result(ResultSet row) throws SQLException {
    return new Result(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getString("headline"),
        outcome(row),
        StandingOrderRow.instant(row, "at"));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    Money price = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
    return switch (row.getString("outcome")) {
      case "BOUGHT" -> new Outcome.Bought(price);
      case "TOLD" -> new Outcome.Told(price);
      default -> new Outcome.Missed(Why.of(Miss.valueOf(row.getString("reason"))));
    };
  }

  /// The lead's last allocation.
  private record Allocated(UUID id, Arrival arrival, Instant at) {}

  @Override
  public Optional<List<Answer>> why(TeamId team, LeadId lead) {
    return database.readOnly(
        () -> {
          boolean isKnown =
              !database
                  .query(
                      "select from offers where lead_id = ?",
                      Parameters.of(lead.value()),
                      _ -> true)
                  .isEmpty();
          if (!isKnown) {
            return Optional.empty();
          }
          @Nullable Allocated last =
              database
                  .queryOne(
                      LAST_ALLOCATION,
                      Parameters.of(lead.value()),
                      PostgresStandingOrders::allocated)
                  .orElse(null);
          return Optional.of(of(team).stream().map(order -> answer(order, lead, last)).toList());
        });
  }

  private static Allocated allocated(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Allocated(
        row.getObject("allocation_id", UUID.class),
        new Arrival(
            PostgresCatalog.lead(row),
            new Money(row.getLong("price"), currency),
            new Money(row.getLong("exclusive_price"), currency)),
        StandingOrderRow.instant(row, "begun_at"));
  }

  /// The last word if it was bought or told, or said at the last price; otherwise why the order did
  /// not come into question then.
  private Answer answer(StandingOrder order, LeadId lead, @Nullable Allocated last) {
    Optional<Result> said =
        database.queryOne(
            RESULT,
            Parameters.of(order.id().value(), lead.value(), last == null ? null : last.id()),
            PostgresStandingOrders::result);
    if (said.isPresent()) {
      Result result = said.orElseThrow();
      return new Answer(order, result.outcome(), result.at());
    }
    if (last == null) {
      return missed(order, Why.of(Miss.BEING_MATCHED), clock.instant());
    }
    Optional<StandingOrder> then =
        database.queryOne(
            AT_THAT_TIME,
            Parameters.of(order.id().value(), last.at().atOffset(ZoneOffset.UTC)),
            StandingOrderRow::order);
    Why why =
        then.map(it -> Why.not(it.state(), it.terms(), last.arrival(), last.at()))
            .orElseGet(() -> Optional.of(Why.of(Miss.NOT_YET_MADE)))
            .orElseGet(() -> Why.of(Miss.BEING_MATCHED));
    return missed(order, why, last.at());
  }

  private static Answer missed(StandingOrder order, Why why, Instant at) {
    return new Answer(order, new Outcome.Missed(why), at);
  }
}
