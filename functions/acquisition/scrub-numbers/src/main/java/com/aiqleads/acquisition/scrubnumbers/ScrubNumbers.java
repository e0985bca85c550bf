package com.aiqleads.acquisition.scrubnumbers;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.AreaList;
import com.aiqleads.acquisition.contacting.AreaPulls;
import com.aiqleads.acquisition.contacting.AreaPulls.Pull;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.NationalRegistry;
import com.aiqleads.acquisition.contacting.NationalRegistry.Given;
import com.aiqleads.acquisition.contacting.NationalRegistry.Reason;
import com.aiqleads.acquisition.contacting.NationalRegistry.Withheld;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for the list of each area in which a number is due, and notes what it says of those. One
/// list that is wrong keeps no other from being read; what is not noted stays due.
@Singleton
final class ScrubNumbers {

  private static final Logger LOG = LoggerFactory.getLogger(ScrubNumbers.class);

  /// The registry wants it so.
  private static final Duration BETWEEN_PULLS = Duration.ofHours(24);

  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final DueNumbers due;
  private final NationalRegistry registry;
  private final AreaPulls pulls;
  private final DoNotCall lists;
  private final Database database;
  private final Metrics metrics;
  private final RemainingTime remaining;
  private final InstantSource clock;

  /// Some lists could not be had, and their numbers will be too old one day.
  static final class ListsFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ListsFailed(List<String> failures) {
      super("do-not-call lists failed: " + String.join(", ", failures));
    }
  }

  ScrubNumbers(
      DueNumbers due,
      NationalRegistry registry,
      AreaPulls pulls,
      DoNotCall lists,
      Database database,
      Metrics metrics,
      RemainingTime remaining,
      InstantSource clock) {
    this.due = due;
    this.registry = registry;
    this.pulls = pulls;
    this.lists = lists;
    this.database = database;
    this.metrics = metrics;
    this.remaining = remaining;
    this.clock = clock;
  }

  void scrub() {
    List<String> failures = new ArrayList<>();
    for (Map.Entry<AreaCode, Set<Phone>> area : due.at(clock.instant()).entrySet()) {
      if (remaining.remaining().compareTo(MARGIN) < 0) {
        break;
      }
      scrub(area.getKey(), area.getValue(), failures);
    }
    if (!failures.isEmpty()) {
      throw new ListsFailed(failures);
    }
  }

  private void scrub(AreaCode area, Set<Phone> numbers, List<String> failures) {
    Instant now = clock.instant();
    Optional<Pull> last = pulls.last(area);
    if (last.filter(pull -> pull.at().plus(BETWEEN_PULLS).isAfter(now)).isPresent()) {
      return;
    }
    Optional<Reason> withheld =
        switch (registry.list(area)) {
          case Given(AreaList list) when list.isWhole(last.flatMap(Pull::size)) ->
              note(list, numbers, now);
          case Given _ -> Optional.of(Reason.UNREADABLE);
          case Withheld(Reason reason) -> Optional.of(reason);
        };
    withheld
        .filter(reason -> !reason.isFailure() && reason != Reason.OFF)
        .ifPresent(_ -> pulls.note(area, new Pull(now, Optional.empty())));
    withheld
        .filter(Reason::isFailure)
        .ifPresent(reason -> failures.add(area.digits() + " " + text(reason)));
    said(area, withheld.map(ScrubNumbers::text).orElse("read"), numbers.size());
  }

  private Optional<Reason> note(AreaList list, Set<Phone> numbers, Instant now) {
    return database.inTransaction(
        () -> {
          numbers.forEach(phone -> lists.note(phone, list.scrub(phone)));
          pulls.note(list.area(), new Pull(now, Optional.of(list.size())));
          return Optional.<Reason>empty();
        });
  }

  private void said(AreaCode area, String outcome, int numbers) {
    metrics.count("do_not_call_lists", "national", outcome);
    LOG.atInfo()
        .addKeyValue("outcome", outcome)
        .addKeyValue("area", area.digits())
        .addKeyValue("numbers", numbers)
        .log("do-not-call list");
  }

  private static String text(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
