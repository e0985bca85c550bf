package com.aiqleads.marketplace.fillstandingorders;

import com.aiqleads.events.marketplace.DeliveryFellDue;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.standing.Allocation;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.Begun;
import com.aiqleads.marketplace.standing.Allocations.Sale;
import com.aiqleads.marketplace.standing.Allocations.Try;
import com.aiqleads.marketplace.standing.Candidate;
import com.aiqleads.marketplace.standing.LeadOpenings;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Verdict;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One allocation: who wants the lead is written down, then one after another is tried as the rule
/// says, each in a transaction of its own, then what came of it is written down. Whoever dies in
/// between is followed by the same event, which goes on where it ended.
@Singleton
record FillStandingOrders(
    FindWanting find,
    Allocations allocations,
    LeadOpenings openings,
    Availabilities availabilities,
    Deliveries deliveries,
    Outbox outbox,
    InstantSource clock) {

  /// Of one lead at a time; the same event goes on with the rest.
  private static final int MOST_TRIES = 500;

  /// Of a batch: those that nobody wants are done with at once, which most are.
  Batch begin(Set<LeadId> leads) {
    List<Wanted> all = find.wanting(allocations.arrivals(leads));
    Set<LeadId> passed =
        allocations.pass(all.stream().filter(Wanted::isByNobody).map(Wanted::arrival).toList());
    return new Batch(
        passed,
        all.stream().collect(Collectors.toMap(one -> one.arrival().lead().leadId(), one -> one)));
  }

  /// What it is told is a hint: a price is allocated first, and then whoever came too early for
  /// it.
  void fill(LeadId lead, Batch batch, CorrelationId journey) {
    if (!batch.passed.contains(lead)) {
      begin(lead, batch)
          .filter(allocation -> !allocation.isFinished())
          .ifPresent(allocation -> finish(allocation, tried(allocation, journey), journey));
    }
  }

  private Optional<Begun> begin(LeadId lead, Batch batch) {
    return Optional.ofNullable(batch.wanted.get(lead))
        .map(wanted -> allocations.begin(wanted.arrival(), wanted.by()))
        .or(() -> openings.of(lead).map(openings::begin));
  }

  /// What is known of the leads of a batch.
  ///
  /// @param passed those that are done with
  record Batch(Set<LeadId> passed, Map<LeadId, Wanted> wanted) {

    Batch {
      passed = Set.copyOf(passed);
      wanted = Map.copyOf(wanted);
    }
  }

  private Map<StandingOrderId, Verdict> tried(Begun allocation, CorrelationId journey) {
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>(allocation.answers());
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Map<StandingOrderId, Verdict> verdicts =
          Allocation.of(
              allocation.input().lead(), allocation.input().candidates(), Map.copyOf(answers));
      Optional<StandingOrderId> next = Allocation.next(verdicts);
      if (next.isEmpty()) {
        return verdicts;
      }
      Optional<Try> done = buy(allocation, candidate(allocation, next.orElseThrow()), journey);
      if (done.isEmpty()) {
        // Somebody else has finished it; what was decided stands there.
        return Map.of();
      }
      answers.put(next.orElseThrow(), done.orElseThrow().verdict());
    }
    throw new IllegalStateException(allocation.id() + " is not finished after many tries");
  }

  private static Candidate candidate(Begun allocation, StandingOrderId order) {
    return allocation.input().candidates().stream()
        .filter(candidate -> candidate.order().equals(order))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Try> buy(Begun allocation, Candidate candidate, CorrelationId journey) {
    return outbox.inTransaction(
        journey,
        publisher -> {
          Optional<Try> done = allocations.buy(allocation.id(), candidate);
          done.flatMap(Try::sale).ifPresent(sale -> tell(sale, publisher));
          return done;
        });
  }

  private void tell(Sale sale, Publisher publisher) {
    Instant now = clock.instant();
    deliveries
        .call(sale.order())
        .forEach(id -> publisher.publish(new DeliveryFellDue(id.text(), now)));
    availabilities
        .note(List.of(sale.hold()))
        .forEach(change -> publisher.publish(ToEvents.availability(change)));
  }

  private void finish(
      Begun allocation, Map<StandingOrderId, Verdict> verdicts, CorrelationId journey) {
    outbox.inTransaction(
        journey,
        publisher -> {
          var news = allocations.finish(allocation, verdicts);
          news.forEach(one -> publisher.publish(ToEvents.reported(one, clock.instant())));
          return news.size();
        });
  }
}
