package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.acquisition.ErasureAsked;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Suppresses and begins in one act: behind it nothing of the person comes in, and `erase-person`
/// goes through the stores.
@Singleton
final class AskErasure {

  private final Erasures erasures;
  private final Suppressions suppressions;
  private final Leads leads;
  private final Signatures signatures;
  private final Outbox outbox;
  private final InstantSource clock;

  /// How far it has come, and its report if it is done.
  record Known(Erasures.State state, Optional<Signed> report, boolean isSignatureGood) {}

  AskErasure(
      Erasures erasures,
      Suppressions suppressions,
      Leads leads,
      Signatures signatures,
      Outbox outbox,
      InstantSource clock) {
    this.erasures = erasures;
    this.suppressions = suppressions;
    this.leads = leads;
    this.signatures = signatures;
    this.outbox = outbox;
    this.clock = clock;
  }

  CorrelationId ask(Person person, Wish wish) {
    CorrelationId id = new CorrelationId(Ids.next(clock));
    return outbox.inTransaction(
        id,
        publisher -> {
          leads.reserve(Set.of(), person.blockingKeys());
          int _ = suppressions.add(person.keys(), wish);
          erasures.begin(id, person, wish);
          publisher.publish(new ErasureAsked(id, null));
          return id;
        });
  }

  Optional<Known> find(CorrelationId id) {
    return erasures
        .state(id)
        .map(
            state -> {
              Optional<Signed> report = erasures.report(id);
              return new Known(
                  state,
                  report,
                  report.map(one -> signatures.holds(one.text(), one.signature())).orElse(false));
            });
  }
}
