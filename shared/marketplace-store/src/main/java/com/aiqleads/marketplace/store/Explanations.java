package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrders.Answer;
import com.aiqleads.marketplace.standing.StandingOrders.Outcome;
import com.aiqleads.marketplace.standing.StandingOrders.Result;
import com.aiqleads.marketplace.standing.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why standing orders did not get a lead, from what is kept.
record Explanations(Database database, InstantSource clock) {

  private static final String RESULT =
      """
      select r.lead_id, '' as headline, r.outcome, r.reason, r.amount, r.currency, r.at
      from standing_results r where r.standing_order_id = ? and r.lead_id = ?
        and (r.outcome <> 'MISSED' or r.allocation_id in (
          select a.allocation_id from allocations a
          join allocations l using (lead_id, version, revision) where l.allocation_id = ?))
      """;

  /// That of its last price: those of its openings are of fewer orders.
  private static final String LAST_ALLOCATION =
      """
      select * from allocations where lead_id = ? and round = 0
      order by version desc, revision desc limit 1
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

  /// The lead's last allocation.
  private record Allocated(UUID id, Arrival arrival, Instant at) {}

  boolean isKnown(LeadId lead) {
    return database
        .queryOne(
            "select true from offers where lead_id = ?", Parameters.of(lead.value()), _ -> true)
        .isPresent();
  }

  /// One answer for each of these orders.
  List<Answer> of(List<StandingOrder> orders, LeadId lead) {
    @Nullable Allocated last =
        database
            .queryOne(LAST_ALLOCATION, Parameters.of(lead.value()), Explanations::allocated)
            .orElse(null);
    return orders.stream().map(order -> answer(order, lead, last)).toList();
  }

  private static Allocated allocated(ResultSet row) throws SQLException {
    return new Allocated(
        row.getObject("allocation_id", UUID.class),
        ArrivalRow.arrival(row),
        StandingOrderRow.instant(row, "begun_at"));
  }

  /// The last word if it was bought or told, or said at the last price; otherwise why the order
  /// did not come into question then.
  private Answer answer(StandingOrder order, LeadId lead, @Nullable Allocated last) {
    Optional<Result> said =
        database.queryOne(
            RESULT,
            Parameters.of(order.id().value(), lead.value(), last == null ? null : last.id()),
            StandingResultRow::result);
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
