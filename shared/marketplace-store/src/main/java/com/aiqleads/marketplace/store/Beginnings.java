package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Begins allocations, each once: what it is decided from is written down before anybody is
/// tried.
record Beginnings(Database database, AllocationInput inputs, StandingNews news) {

  private static final String BEGIN =
      """
      insert into allocations (allocation_id, lead_id, version, revision, round, begun_at, input,
        words, city, type, beds, price_band, quality_band, sources, price, exclusive_price,
        currency, asking, quality, first_seen, cell, finished_at, result)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (lead_id, version, revision, round) do nothing
      """;

  Beginnings(Database database) {
    this(database, new AllocationInput(database), new StandingNews(database));
  }

  /// The orders as they are now.
  List<StandingOrder> orders(Collection<StandingOrderId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.query(
        StandingOrderRow.NOW + " where s.standing_order_id = any (?) order by s.standing_order_id",
        Parameters.of((Object) ids.stream().map(StandingOrderId::value).toArray(UUID[]::new)),
        StandingOrderRow::order);
  }

  /// As it was begun before, if it was. What nobody wants is finished at once.
  Begun begin(Arrival arrival, int round, List<StandingOrder> wanting, Instant now) {
    AllocationId id = idOf(arrival, round);
    String input = AllocationText.of(inputs.of(arrival, wanting));
    boolean isWanted = !wanting.isEmpty();
    if (database.update(BEGIN, parameters(id, arrival, round, input, now, isWanted)) == 0) {
      return begun(id);
    }
    if (isWanted) {
      news.tell(id, arrival, wanting, now);
    }
    return new Begun(id, AllocationText.read(input), Map.of(), !isWanted);
  }

  static AllocationId idOf(Arrival arrival, int round) {
    String lead = arrival.lead().leadId().text();
    String version = Long.toString(arrival.lead().version());
    String revision = Integer.toString(arrival.lead().revision());
    return new AllocationId(
        round == 0
            ? Ids.derived("allocation", lead, version, revision)
            : Ids.derived("allocation", lead, version, revision, Integer.toString(round)));
  }

  private static Parameters parameters(
      AllocationId id, Arrival arrival, int round, String input, Instant now, boolean isWanted) {
    var lead = arrival.lead();
    OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
    return Parameters.of(
        id.value(),
        lead.leadId().value(),
        lead.version(),
        lead.revision(),
        round,
        moment,
        input,
        lead.words().toArray(String[]::new),
        lead.city(),
        lead.type(),
        lead.beds(),
        lead.priceBand(),
        lead.qualityBand(),
        lead.sources().toArray(String[]::new),
        arrival.price().minorUnits(),
        arrival.exclusive().minorUnits(),
        arrival.price().currency().getCurrencyCode(),
        lead.askingCents(),
        lead.quality(),
        lead.firstSeenMillis(),
        lead.cell().number(),
        isWanted ? null : moment,
        isWanted ? null : AllocationText.of(Map.of()));
  }

  private Begun begun(AllocationId id) {
    return database
        .queryOne(
            "select input, finished_at is not null as finished from allocations"
                + " where allocation_id = ?",
            Parameters.of(id.value()),
            row ->
                new Begun(
                    id,
                    AllocationText.read(row.getString("input")),
                    answers(id),
                    row.getBoolean("finished")))
        .orElseThrow();
  }

  /// What was said to those who were tried.
  Map<StandingOrderId, Verdict> answers(AllocationId id) {
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>();
    database
        .query(
            "select standing_order_id, answer from allocation_tries"
                + " where allocation_id = ? order by nr",
            Parameters.of(id.value()),
            row ->
                Map.entry(
                    new StandingOrderId(row.getObject("standing_order_id", UUID.class)),
                    AllocationText.verdict(row.getString("answer"))))
        .forEach(one -> answers.put(one.getKey(), one.getValue()));
    return answers;
  }
}
