package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.AllocationId;
import com.aiqleads.marketplace.standing.AllocationText;
import com.aiqleads.marketplace.standing.AllocationText.Input;
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
import java.util.Set;
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

  /// What of a lead was searched is in its offer, unless that has changed since. In the order of
  /// the leads: whoever begins the same ones meanwhile is waited for, and not each for the other.
  private static final String PASS =
      """
      insert into allocations (allocation_id, lead_id, version, revision, begun_at, input, words,
        city, type, beds, price_band, quality_band, sources, price, exclusive_price, currency,
        asking, quality, first_seen, cell, finished_at, result)
      select a.allocation_id, o.lead_id, o.version, o.revision, a.at, a.input, o.words,
        o.city, o.type, o.beds, o.price_band, o.quality_band, o.sources, o.price, a.exclusive_price,
        o.currency, o.asking, o.quality, o.first_seen, o.cell, a.at, a.result
      from (select *, ?::timestamptz as at, ? as result from unnest(
          ?::uuid[], ?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::bigint[])
          as of (allocation_id, lead_id, version, revision, input, exclusive_price)) a
        join offers o on o.lead_id = a.lead_id
          and o.version = a.version and o.revision = a.revision
      order by o.lead_id
      on conflict (lead_id, version, revision, round) do nothing
      returning lead_id
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

  /// Those of which it is written down now that nobody wants them.
  Set<LeadId> pass(Collection<Arrival> unwanted, Instant now) {
    if (unwanted.isEmpty()) {
      return Set.of();
    }
    List<Input> all = inputs.unwanted(unwanted);
    return Set.copyOf(
        database.query(
            PASS,
            Parameters.of(
                now.atOffset(ZoneOffset.UTC),
                AllocationText.of(Map.of()),
                unwanted.stream().map(it -> idOf(it, 0).value()).toArray(UUID[]::new),
                unwanted.stream().map(it -> it.lead().leadId().value()).toArray(UUID[]::new),
                unwanted.stream().map(it -> it.lead().version()).toArray(Long[]::new),
                unwanted.stream().map(it -> it.lead().revision()).toArray(Integer[]::new),
                all.stream().map(AllocationText::of).toArray(String[]::new),
                unwanted.stream().map(it -> it.exclusive().minorUnits()).toArray(Long[]::new)),
            row -> new LeadId(row.getObject("lead_id", UUID.class))));
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
