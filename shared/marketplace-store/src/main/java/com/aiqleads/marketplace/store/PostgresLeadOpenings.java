package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.LeadOpenings;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import com.aiqleads.marketplace.standing.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// From what is kept with allocations; whether a lead is open is compared by the database's
/// clock.
final class PostgresLeadOpenings implements LeadOpenings {

  private static final String OPENED =
      """
      update allocations a set opened_at = clock()
      from (
        select d.allocation_id from allocations d join offers o on o.lead_id = d.lead_id
        cross join early_access e
        where d.early and d.opened_at is null and o.published_at + e.time <= clock()
        order by d.allocation_id limit ? for update of d skip locked) as due
      where a.allocation_id = due.allocation_id
      returning a.lead_id
      """;

  /// The last allocation at the price of now, if it was finished and somebody came too early,
  /// or if it is that of an opening and was not finished.
  private static final String OPENING =
      "select "
          + ArrivalRow.COLUMNS
          + """
            , a.round, coalesce(a.result, '') as result, a.finished_at is not null as finished
            from offers o cross join early_access e cross join lateral (
              select * from allocations l where l.lead_id = o.lead_id and l.version = o.version
                and l.revision = o.revision order by l.round desc limit 1) as a
            where o.lead_id = ? and o.standing = 'ON_SALE' and (
              (a.early and a.finished_at is not null and o.published_at + e.time <= clock())
              or (a.round > 0 and a.finished_at is null))
            """;

  private final Database database;
  private final InstantSource clock;
  private final Beginnings beginnings;

  PostgresLeadOpenings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.beginnings = new Beginnings(database);
  }

  @Override
  public List<LeadId> opened(int most) {
    return database.query(
        OPENED, Parameters.of(most), row -> new LeadId(row.getObject("lead_id", UUID.class)));
  }

  @Override
  public Optional<Opening> of(LeadId lead) {
    return database.queryOne(OPENING, Parameters.of(lead.value()), PostgresLeadOpenings::opening);
  }

  private static Opening opening(ResultSet row) throws SQLException {
    int round = row.getInt("round");
    return new Opening(
        ArrivalRow.arrival(row),
        row.getBoolean("finished") ? round + 1 : round,
        early(AllocationText.verdicts(row.getString("result"))));
  }

  private static List<StandingOrderId> early(Map<StandingOrderId, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(one -> one.getValue().equals(new Verdict.Missed(Miss.EARLY)))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Begun begin(Opening opening) {
    return database.inTransaction(
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          Arrival arrival = opening.arrival();
          List<StandingOrder> orders = beginnings.orders(opening.early());
          List<StandingOrder> wanting =
              orders.stream().filter(order -> order.wants(arrival, now)).toList();
          Begun begun = beginnings.begin(arrival, opening.round(), wanting, now);
          beginnings.news().keepMisses(begun.id(), lost(orders, arrival, now), now);
          return begun;
        });
  }

  /// Of those who do not want it any more, what it is that they say now.
  private static Map<StandingOrder, Miss> lost(
      List<StandingOrder> orders, Arrival arrival, Instant now) {
    Map<StandingOrder, Miss> lost = new LinkedHashMap<>();
    orders.forEach(
        order ->
            Why.not(order.state(), order.terms(), arrival, now)
                .ifPresent(why -> lost.put(order, why.miss())));
    return lost;
  }
}
