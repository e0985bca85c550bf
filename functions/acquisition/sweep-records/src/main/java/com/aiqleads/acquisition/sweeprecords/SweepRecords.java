package com.aiqleads.acquisition.sweeprecords;

import com.aiqleads.acquisition.erasing.ErasableRecords;
import com.aiqleads.acquisition.erasing.ErasableRecords.Erased;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.retaining.AgedRecords;
import com.aiqleads.acquisition.retaining.RetentionRule;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// In small batches, each a transaction; what one run has no time for is the next one's. Nothing is
/// remembered: what is gone is not found again. The marketplace forgets what it held of a lead as
/// if somebody had asked for it.
@Singleton
final class SweepRecords {

  static final int LEADS_IN_A_RUN = 1_000;
  static final int LEADS_AT_A_TIME = 20;
  static final int ROWS_AT_A_TIME = 500;

  private static final Logger LOG = LoggerFactory.getLogger(SweepRecords.class);
  private static final Duration MARGIN = Duration.ofSeconds(25);

  private final AgedRecords aged;
  private final ErasableRecords records;
  private final LeadResolution resolution;
  private final Outbox outbox;
  private final Metrics metrics;
  private final RemainingTime remaining;
  private final InstantSource clock;

  SweepRecords(
      AgedRecords aged,
      ErasableRecords records,
      Leads leads,
      Outbox outbox,
      Metrics metrics,
      RemainingTime remaining,
      InstantSource clock) {
    this.aged = aged;
    this.records = records;
    this.resolution = new LeadResolution(leads, clock);
    this.outbox = outbox;
    this.metrics = metrics;
    this.remaining = remaining;
    this.clock = clock;
  }

  void sweep() {
    Instant now = clock.instant();
    report("LEADS", leads(now));
    aged.ofRows().forEach(rule -> report(rule.name(), rows(rule, now)));
  }

  private long rows(RetentionRule rule, Instant now) {
    long forgotten = 0;
    int some = ROWS_AT_A_TIME;
    while (some == ROWS_AT_A_TIME && hasTime()) {
      some = aged.forget(rule, rule.oldest(now), ROWS_AT_A_TIME);
      forgotten += some;
    }
    return forgotten;
  }

  private long leads(Instant now) {
    List<Map.Entry<LeadId, Set<ListingId>>> over =
        List.copyOf(
            aged.leads(
                    RetentionRule.ENDED_LEADS.oldest(now),
                    RetentionRule.UNSEEN_LEADS.oldest(now),
                    LEADS_IN_A_RUN)
                .entrySet());
    long forgotten = 0;
    for (int from = 0; from < over.size() && hasTime(); from += LEADS_AT_A_TIME) {
      forgotten += retire(over.subList(from, Math.min(over.size(), from + LEADS_AT_A_TIME)), now);
    }
    return forgotten;
  }

  private int retire(List<Map.Entry<LeadId, Set<ListingId>>> some, Instant now) {
    CorrelationId journey = new CorrelationId(Ids.next(clock));
    return outbox.inTransaction(
        journey,
        publisher -> {
          Set<ListingId> listings = listings(some);
          resolution.reserve(List.of(), Set.of(), listings);
          Map<LeadId, Set<ListingId>> still =
              aged.still(
                  some.stream().map(Map.Entry::getKey).collect(Collectors.toSet()),
                  RetentionRule.ENDED_LEADS.oldest(now),
                  RetentionRule.UNSEEN_LEADS.oldest(now));
          return retire(journey, still, now, publisher);
        });
  }

  private int retire(
      CorrelationId journey, Map<LeadId, Set<ListingId>> over, Instant now, Publisher publisher) {
    Erased erased = records.retire(listings(new ArrayList<>(over.entrySet())), over.keySet());
    erased
        .versions()
        .forEach((lead, version) -> publisher.publish(new LeadErased(journey, lead, version, now)));
    return over.size();
  }

  private static Set<ListingId> listings(List<Map.Entry<LeadId, Set<ListingId>>> leads) {
    return leads.stream().flatMap(lead -> lead.getValue().stream()).collect(Collectors.toSet());
  }

  private boolean hasTime() {
    return remaining.remaining().compareTo(MARGIN) > 0;
  }

  private void report(String rule, long forgotten) {
    for (long one = 0; one < forgotten; one++) {
      metrics.count("retention", rule, "forgotten");
    }
    LOG.atInfo().addKeyValue("rule", rule).addKeyValue("forgotten", forgotten).log("swept");
  }
}
