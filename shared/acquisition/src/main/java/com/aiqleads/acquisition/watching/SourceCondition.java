package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.SiteState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How a source does, and which alarms ring for it.
///
/// @param quarantined its scopes of which nothing is told on
public record SourceCondition(
    String source, Optional<SiteState> site, Map<Scope, Quarantine> quarantined) {

  private static final int MAX_REASON_LENGTH = 2_000;

  /// A site that asks for nothing but pauses is given up after 15 minutes; people hear sooner.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// So long a quarantine lasts before people hear of it again.
  private static final Duration LONG = Duration.ofDays(1);

  public SourceCondition {
    quarantined = Map.copyOf(quarantined);
  }

  /// Those that ring or have ceased to, since they were last said.
  public List<Alarm> changes(List<Alarm> known, Instant now) {
    return Stream.of(drift(now), lasting(now), breaker(now), limiter(now))
        .filter(alarm -> alarm.isRinging() != isRinging(known, alarm.name()))
        .toList();
  }

  private static boolean isRinging(List<Alarm> known, String name) {
    return known.stream().anyMatch(alarm -> alarm.name().equals(name) && alarm.isRinging());
  }

  private Alarm drift(Instant now) {
    List<String> reasons = new ArrayList<>();
    quarantined.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Scope::text)))
        .forEach(each -> reasons.add(reason(each.getKey(), each.getValue())));
    return alarm(
        "drift",
        !quarantined.isEmpty(),
        now,
        "Pages of "
            + source
            + " say something else than they used to; what is read of them is kept"
            + " and not published.",
        String.join("; ", reasons));
  }

  /// Whoever was told of a drift may have forgotten it, and withheld pages end after 90 days.
  private Alarm lasting(Instant now) {
    List<String> scopes =
        quarantined.entrySet().stream()
            .filter(each -> each.getValue().since().plus(LONG).isBefore(now))
            .map(each -> each.getKey().text() + " since " + each.getValue().since())
            .sorted()
            .toList();
    return alarm(
        "quarantine",
        !scopes.isEmpty(),
        now,
        "Nothing of "
            + source
            + " has been published for a day: mend the parser, or accept what its pages say now.",
        String.join("; ", scopes));
  }

  private static String reason(Scope scope, Quarantine quarantine) {
    String proposals =
        quarantine.proposals().isEmpty()
            ? ""
            : ". Probably now at " + String.join(", ", quarantine.proposals());
    return scope.text() + ": " + String.join(", ", quarantine.objections()) + proposals;
  }

  private Alarm breaker(Instant now) {
    return alarm(
        "breaker",
        cause().filter(cause -> cause != Breaker.Cause.THROTTLED).isPresent(),
        now,
        "Nothing is fetched from " + source + " until a request shows that all is well again.",
        cause()
            .map(cause -> "given up: " + cause.name().toLowerCase(java.util.Locale.ROOT))
            .orElse(""));
  }

  private Alarm limiter(Instant now) {
    boolean isGivenUp = cause().filter(cause -> cause == Breaker.Cause.THROTTLED).isPresent();
    Optional<Instant> since =
        site.flatMap(state -> Optional.ofNullable(state.throttling().onlySince()));
    boolean isHeld = since.filter(start -> start.plus(PATIENCE).isBefore(now)).isPresent();
    return alarm(
        "limiter",
        isGivenUp || isHeld,
        now,
        source + " answers nothing but requests to be slower; less and less is fetched from it.",
        since.map(start -> "since " + start).orElse(isGivenUp ? "given up: throttled" : ""));
  }

  private Optional<Breaker.Cause> cause() {
    return site.flatMap(
        state ->
            switch (state.breaker()) {
              case Breaker.Open open -> Optional.of(open.cause());
              case Breaker.Probing probing -> Optional.of(probing.cause());
              case Breaker.Closed _ -> Optional.empty();
            });
  }

  private Alarm alarm(String what, boolean rings, Instant now, String meaning, String reason) {
    String said = reason.isEmpty() ? "as usual again" : reason;
    return new Alarm(
        "acquisition-" + source + "-" + what,
        rings,
        now,
        meaning,
        said.substring(0, Math.min(said.length(), MAX_REASON_LENGTH)));
  }
}
