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
import com.aiqleads.acquisition.contacting.ScrubPlace;
import com.aiqleads.acquisition.scrubnumbers.DueNumbers.Due;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for the list of each area in which a number is due, and notes what it says of those. One
/// list that is wrong keeps no other from being read; what is not noted stays due.
@Singleton
final class ScrubNumbers {

  private static final Logger LOG = LoggerFactory.getLogger(ScrubNumbers.class);

  /// The registry wants it so.
  private static final Duration BETWEEN_PULLS = Duration.ofHours(24);

  /// People hear of it while there are days left in which the numbers may still be called.
  private static final Duration OLD = Duration.ofDays(21);

  /// For the answer, and for noting what it says.
  private static final Duration MARGIN = NationalRegistry.MAX_ANSWER.plusSeconds(30);

  private static final Set<String> FAILURES =
      Stream.concat(
              Stream.of("gone", "old"),
              Arrays.stream(Reason.values()).filter(Reason::isFailure).map(ScrubNumbers::text))
          .collect(Collectors.toUnmodifiableSet());

  private final DueNumbers due;
  private final NationalRegistry registry;
  private final AreaPulls pulls;
  private final DoNotCall lists;
  private final ScrubPlace place;
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
      ScrubPlace place,
      Database database,
      Metrics metrics,
      RemainingTime remaining,
      InstantSource clock) {
    this.due = due;
    this.registry = registry;
    this.pulls = pulls;
    this.lists = lists;
    this.place = place;
    this.database = database;
    this.metrics = metrics;
    this.remaining = remaining;
    this.clock = clock;
  }

  /// Half of the time at most goes into finding what is due.
  void scrub() {
    if (!registry.isOn()) {
      LOG.atInfo().addKeyValue("outcome", "off").log("do-not-call lists");
      return;
    }
    List<String> failures = new ArrayList<>();
    Duration half = remaining.remaining().dividedBy(2);
    Due found = due.at(clock.instant(), this::mayBeAsked, () -> hasTime() && isLeft(half));
    found.byArea().entrySet().stream()
        .takeWhile(_ -> hasTime())
        .forEach(area -> scrub(area.getKey(), area.getValue(), failures));
    place.reach(found.reached());
    if (!failures.isEmpty()) {
      throw new ListsFailed(failures);
    }
  }

  private boolean hasTime() {
    return isLeft(MARGIN);
  }

  private boolean isLeft(Duration time) {
    return remaining.remaining().compareTo(time) >= 0;
  }

  private boolean mayBeAsked(AreaCode area) {
    Instant now = clock.instant();
    return pulls.last(area).filter(pull -> pull.at().plus(BETWEEN_PULLS).isAfter(now)).isEmpty();
  }

  private void scrub(AreaCode area, Set<Phone> numbers, List<String> failures) {
    Instant now = clock.instant();
    Optional<Integer> before = pulls.last(area).flatMap(Pull::size);
    String outcome =
        switch (registry.list(area)) {
          case Given(AreaList list) when list.isWhole(before) -> note(list, numbers, now);
          case Given _ -> text(Reason.UNREADABLE);
          case Withheld(Reason reason) -> withheld(area, reason, before.isPresent(), now);
        };
    if (FAILURES.contains(outcome)) {
      failures.add(area.digits() + " " + outcome);
    }
    said(area, outcome, numbers.size());
  }

  /// Also of an old list each number is noted: it says since when it is too old.
  private String note(AreaList list, Set<Phone> numbers, Instant now) {
    return database.inTransaction(
        () -> {
          numbers.forEach(phone -> lists.note(phone, list.scrub(phone)));
          pulls.note(list.area(), new Pull(now, Optional.of(list.size())));
          return list.version().plus(OLD).isBefore(now) ? "old" : "read";
        });
  }

  private String withheld(AreaCode area, Reason reason, boolean wasBelieved, Instant now) {
    if (!reason.isFailure() && reason != Reason.OFF) {
      pulls.note(area, new Pull(now, Optional.empty()));
    }
    return wasBelieved && reason == Reason.NOT_SUBSCRIBED ? "gone" : text(reason);
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
