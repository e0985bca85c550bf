package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Candidate;
import com.aiqleads.marketplace.standing.Miss;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class PostgresAllocations implements Allocations {

  /// Not yet allocated, or not to its end, as it is on sale now.
  private static final String ARRIVALS =
      "select "
          + ArrivalRow.COLUMNS
          + """
            from offers o
            where o.lead_id = any (?) and o.standing = 'ON_SALE' and not exists (
              select from allocations a where a.lead_id = o.lead_id and a.version = o.version
                and a.revision = o.revision and a.finished_at is not null)
            """;

  private final Database database;
  private final InstantSource clock;
  private final Beginnings beginnings;
  private final StandingNews news;
  private final IndexNotes index;

  PostgresAllocations(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.beginnings = new Beginnings(database);
    this.news = new StandingNews(database);
    this.index = new IndexNotes(database);
  }

  @Override
  public List<Arrival> arrivals(Collection<LeadId> leads) {
    UUID[] ids = leads.stream().map(LeadId::value).toArray(UUID[]::new);
    return database.query(ARRIVALS, Parameters.of((Object) ids), ArrivalRow::arrival);
  }

  @Override
  public boolean isAnybodyWaiting() {
    return index.isAnyOrder();
  }

  @Override
  public List<StandingOrder> unindexed(int most) {
    return index.unindexed(most);
  }

  @Override
  public void indexed(Collection<StandingOrder> orders) {
    index.indexed(orders);
  }

  @Override
  public void refused(Collection<StandingOrder> orders) {
    index.refused(orders);
  }

  @Override
  public List<StandingOrderId> refused() {
    return index.refused();
  }

  @Override
  public void forgetIndexed() {
    index.forget();
  }

  /// What the index found, as the orders are now.
  @Override
  public Begun begin(Arrival arrival, Collection<StandingOrderId> found) {
    return database.inTransaction(
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          List<StandingOrder> wanting =
              beginnings.orders(found).stream().filter(order -> order.wants(arrival, now)).toList();
          return beginnings.begin(arrival, 0, wanting, now);
        });
  }

  @Override
  public Set<LeadId> pass(Collection<Arrival> unwanted) {
    return database.inTransaction(
        () -> beginnings.pass(unwanted, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  @Override
  public Optional<Try> buy(AllocationId allocation, Candidate candidate) {
    String of = allocation.text();
    String by = candidate.order().text();
    return database.queryOne(
        "select * from buy_standing(?, ?, ?, ?, ?, ?, ?)",
        Parameters.of(
            allocation.value(),
            candidate.order().value(),
            candidate.version(),
            Ids.derived("hold", of, by),
            Ids.derived("order", of, by),
            Ids.derived("line", of, by),
            Ids.derived("transfer", of, by)),
        PostgresAllocations::tried);
  }

  private static Try tried(ResultSet row) throws SQLException {
    UUID order = row.getObject("order_id", UUID.class);
    return new Try(
        AllocationText.verdict(row.getString("answer")),
        order == null
            ? Optional.empty()
            : Optional.of(
                new Sale(new HoldId(row.getObject("hold_id", UUID.class)), new OrderId(order))));
  }

  @Override
  public List<News> finish(Begun allocation, Map<StandingOrderId, Verdict> verdicts) {
    return database.inTransaction(
        () -> {
          Instant now = clock.instant();
          int finished =
              database.update(
                  "update allocations set finished_at = ?, result = ?, early = ?"
                      + " where allocation_id = ? and finished_at is null",
                  Parameters.of(
                      now.atOffset(ZoneOffset.UTC),
                      AllocationText.of(verdicts),
                      verdicts.containsValue(new Verdict.Missed(Miss.EARLY)),
                      allocation.id().value()));
          if (finished == 0) {
            return List.of();
          }
          news.keepMisses(allocation, verdicts, now);
          return news.of(allocation.id(), now);
        });
  }

  @Override
  public List<News> due(int most) {
    return news.due(most, clock.instant());
  }

  @Override
  public Optional<Kept> kept(AllocationId allocation) {
    return database.queryOne(
        "select input, result from allocations where allocation_id = ? and result is not null",
        Parameters.of(allocation.value()),
        row ->
            new Kept(
                row.getString("input"), beginnings.answers(allocation), row.getString("result")));
  }
}
