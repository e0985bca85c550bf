package com.aiqleads.marketplace.recallleads;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.Sale;
import com.aiqleads.marketplace.returns.UntoldCredits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each sale is looked at once, and again when its lead has ended; in a transaction of its own, so
/// that whoever is killed here goes on the next day, and what fails is tried again then.
@Singleton
record RecallLeads(
    Returns returns,
    UntoldCredits untold,
    Availabilities availabilities,
    Outbox outbox,
    Metrics metrics,
    RemainingTime remainingTime,
    InstantSource clock) {

  private static final int AT_ONCE = 100;
  private static final int MOST = 100_000;
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  /// What can be found out without anybody's word: first that the lead is worthless to everybody,
  /// since then it is not sold again, whatever else it is given back for.
  private static final List<ReturnReason> REASONS =
      List.of(
          ReturnReason.LISTING_GONE,
          ReturnReason.FRAUD,
          ReturnReason.BAD_PHONE,
          ReturnReason.UNDELIVERED,
          ReturnReason.DUPLICATE);

  private static final Logger LOG = LoggerFactory.getLogger(RecallLeads.class);

  /// What was looked at, and what came of it.
  record Outcome(int sales, int recalled, int failed) {

    /// Only now, when all others were looked at: somebody has to know.
    void mustBeWhole() {
      if (failed > 0) {
        throw new IllegalStateException(failed + " sales could not be looked at");
      }
    }
  }

  /// What came of a sale.
  private enum Look {
    RECALLED,
    KEPT,
    FAILED
  }

  Outcome recall() {
    int sales = 0;
    int recalled = 0;
    int failed = 0;
    List<Sale> due = returns.toRecheck(AT_ONCE);
    while (!due.isEmpty() && sales < MOST && hasTime()) {
      for (Sale sale : due) {
        Look look = look(sale);
        recalled += look == Look.RECALLED ? 1 : 0;
        failed += look == Look.FAILED ? 1 : 0;
      }
      sales += due.size();
      due = returns.toRecheck(AT_ONCE);
    }
    return new Outcome(sales, recalled, failed);
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) > 0;
  }

  /// One that cannot be looked at stops nobody else's.
  private Look look(Sale sale) {
    try {
      return recall(sale) ? Look.RECALLED : Look.KEPT;
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("line", sale.line().text())
          .setCause(e)
          .log("a sale could not be looked at");
      returns.recheckLater(sale);
      return Look.FAILED;
    }
  }

  private boolean recall(Sale sale) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          returns.rechecked(sale);
          ReturnDesk desk = new ReturnDesk(returns);
          boolean isRecalled = false;
          for (ReturnReason reason : REASONS) {
            Optional<Taken> taken = desk.recall(sale, reason);
            taken.ifPresent(what -> tell(what, publisher));
            isRecalled |= taken.isPresent();
          }
          return isRecalled;
        });
  }

  private void tell(Taken taken, Publisher publisher) {
    if (taken.what().reason() == ReturnReason.UNDELIVERED) {
      untold.add(taken.what());
    }
    metrics.count("returns", taken.what().reason().code(), "recalled");
    publisher.publish(ToEvents.settled(taken.what()));
    taken
        .settlement()
        .flatMap(settlement -> settlement.freed())
        .map(hold -> availabilities.note(List.of(hold)))
        .orElse(List.of())
        .forEach(change -> publisher.publish(ToEvents.availability(change)));
  }
}
