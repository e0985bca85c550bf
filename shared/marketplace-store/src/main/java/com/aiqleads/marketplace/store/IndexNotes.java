package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Which version of each standing order the index has, or refuses.
record IndexNotes(Database database) {

  boolean isAnyOrder() {
    return database
        .queryOne(
            "select exists (select from standing_orders)",
            Parameters.of(),
            row -> row.getBoolean(1))
        .orElseThrow();
  }

  List<StandingOrder> unindexed(int most) {
    return database.query(
        StandingOrderRow.NOW
            + " where s.indexed_version < s.version and s.refused_version < s.version"
            + " order by s.standing_order_id limit ?",
        Parameters.of(most),
        StandingOrderRow::order);
  }

  void indexed(Collection<StandingOrder> orders) {
    note("indexed_version", orders);
  }

  void refused(Collection<StandingOrder> orders) {
    note("refused_version", orders);
  }

  private void note(String column, Collection<StandingOrder> orders) {
    database.update(
        "update standing_orders s set %1$s = greatest(s.%1$s, i.version)".formatted(column)
            + " from (select * from unnest(?::uuid[], ?::bigint[])) as i (id, version)"
            + " where s.standing_order_id = i.id",
        Parameters.of(
            orders.stream().map(order -> order.id().value()).toArray(UUID[]::new),
            orders.stream().map(StandingOrder::version).toArray(Long[]::new)));
  }

  List<StandingOrderId> refused() {
    return database.query(
        "select standing_order_id from standing_orders"
            + " where refused_version > 0 and refused_version = version",
        Parameters.of(),
        row -> new StandingOrderId(row.getObject("standing_order_id", UUID.class)));
  }

  void forget() {
    database.update(
        "update standing_orders set indexed_version = 0, refused_version = 0"
            + " where indexed_version > 0 or refused_version > 0",
        Parameters.of());
  }
}
