package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.Fill;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.fetching.SiteState.Turn;
import com.aiqleads.acquisition.fetching.Throttling;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A site's state as the attributes of one item; times and spans in microseconds.
final class SiteItem {

  static final String SITE = "site";

  private static final String CAUSE = "cause";
  private static final String TICKET = "ticket";
  private static final String TIMES = "times";
  private static final String UNTIL = "until";

  private SiteItem() {}

  static Map<String, AttributeValue> of(String site, SiteState state) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(SITE, Items.text(site));
    item.put("free-at", time(state.freeAt()));
    item.put("freed-by", Items.text(state.freedBy()));
    item.put("delay", span(state.delay()));
    item.put("cool-off", span(state.coolOff()));
    Turn turn = state.turn();
    if (turn != null) {
      item.put("turn", of(turn));
    }
    item.put(
        "in-flight",
        AttributeValue.fromM(
            state.inFlight().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, lease -> time(lease.getValue())))));
    item.put("throttling", of(state.throttling()));
    item.put("breaker", of(state.breaker()));
    item.put("fill", of(state.fill()));
    return item;
  }

  static SiteState state(Map<String, AttributeValue> item) {
    return new SiteState(
        time(item, "free-at"),
        Items.text(item, "freed-by"),
        span(item, "delay"),
        turn(item.get("turn")),
        part(item, "in-flight").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, lease -> time(lease.getValue()))),
        throttling(part(item, "throttling")),
        breaker(part(item, "breaker")),
        fill(part(item, "fill")),
        span(item, "cool-off"));
  }

  private static AttributeValue of(Turn turn) {
    return AttributeValue.fromM(
        Map.of(
            TICKET,
            Items.text(turn.ticket()),
            "start-at",
            time(turn.startAt()),
            "start-by",
            time(turn.startBy())));
  }

  private static @Nullable Turn turn(@Nullable AttributeValue value) {
    return value == null
        ? null
        : new Turn(
            Items.text(value.m(), TICKET),
            time(value.m(), "start-at"),
            time(value.m(), "start-by"));
  }

  private static AttributeValue of(Throttling throttling) {
    Map<String, AttributeValue> parts = new HashMap<>();
    parts.put("weight", Items.number(throttling.weight()));
    parts.put("held-until", time(throttling.heldUntil()));
    Instant since = throttling.onlySince();
    if (since != null) {
      parts.put("only-since", time(since));
    }
    return AttributeValue.fromM(parts);
  }

  private static Throttling throttling(Map<String, AttributeValue> parts) {
    return new Throttling(
        count(parts, "weight"),
        parts.containsKey("only-since") ? time(parts, "only-since") : null,
        time(parts, "held-until"));
  }

  private static AttributeValue of(Breaker breaker) {
    return AttributeValue.fromM(
        switch (breaker) {
          case Breaker.Closed(int failures) -> Map.of("failures", Items.number(failures));
          case Breaker.Open(Breaker.Cause cause, Instant until, int times) ->
              Map.of(
                  CAUSE, Items.text(cause.name()),
                  TIMES, Items.number(times),
                  UNTIL, time(until));
          case Breaker.Probing(Breaker.Cause cause, int times, String ticket, Instant until) ->
              Map.of(
                  CAUSE, Items.text(cause.name()),
                  TIMES, Items.number(times),
                  UNTIL, time(until),
                  TICKET, Items.text(ticket));
        });
  }

  private static Breaker breaker(Map<String, AttributeValue> parts) {
    if (!parts.containsKey(CAUSE)) {
      return new Breaker.Closed(count(parts, "failures"));
    }
    Breaker.Cause cause = Breaker.Cause.valueOf(Items.text(parts, CAUSE));
    int times = count(parts, TIMES);
    Instant until = time(parts, UNTIL);
    return parts.containsKey(TICKET)
        ? new Breaker.Probing(cause, times, Items.text(parts, TICKET), until)
        : new Breaker.Open(cause, until, times);
  }

  private static AttributeValue of(Fill fill) {
    return AttributeValue.fromM(
        Map.of(
            "usually", AttributeValue.fromN(Double.toString(fill.usually())),
            "lately", AttributeValue.fromN(Double.toString(fill.lately())),
            "pages", Items.number(fill.pages())));
  }

  private static Fill fill(Map<String, AttributeValue> parts) {
    return new Fill(share(parts, "usually"), share(parts, "lately"), count(parts, "pages"));
  }

  private static double share(Map<String, AttributeValue> parts, String name) {
    return Double.parseDouble(Items.attribute(parts, name).n());
  }

  private static int count(Map<String, AttributeValue> parts, String name) {
    return Math.toIntExact(Items.number(parts, name));
  }

  private static Map<String, AttributeValue> part(Map<String, AttributeValue> item, String name) {
    return Items.attribute(item, name).m();
  }

  private static AttributeValue time(Instant time) {
    return Items.number(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  private static Instant time(AttributeValue value) {
    return Instant.EPOCH.plus(Long.parseLong(value.n()), ChronoUnit.MICROS);
  }

  private static Instant time(Map<String, AttributeValue> parts, String name) {
    return time(Items.attribute(parts, name));
  }

  private static AttributeValue span(Duration span) {
    return Items.number(span.toNanos() / 1_000);
  }

  private static Duration span(Map<String, AttributeValue> parts, String name) {
    return Duration.of(Items.number(parts, name), ChronoUnit.MICROS);
  }
}
