package com.aiqleads.local.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Which faults are on, and what they do to a request.
final class Faults {

  private static final int RETRY_AFTER_SECONDS = 1;
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int ONE_IN_THROTTLED = 229;
  private static final int ONE_IN_THROTTLED_BY_DATE = 467;
  private static final int ONE_IN_UNAVAILABLE = 311;
  private static final int ONE_IN_SLOW = 101;

  private final Set<Fault> on = ConcurrentHashMap.newKeySet();
  private final Set<String> struck = ConcurrentHashMap.newKeySet();
  private final long seed;
  private final InstantSource clock;

  Faults(long seed, InstantSource clock) {
    this.seed = seed;
    this.clock = clock;
    on.add(Fault.SCHEDULE);
  }

  void set(Fault fault, boolean isOn) {
    if (isOn) {
      on.add(fault);
    } else {
      on.remove(fault);
    }
  }

  boolean isOn(Fault fault) {
    return on.contains(fault);
  }

  Set<Fault> on() {
    return on.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(on);
  }

  /// The answer that a fault gives instead of the page; pauses first if the fault is to be slow.
  Optional<Answer> strike(Request request) {
    Optional<Fault> fault = due(request);
    if (fault.equals(Optional.of(Fault.SLOW))) {
      pause();
      return Optional.empty();
    }
    return fault.map(this::answer);
  }

  private Optional<Fault> due(Request request) {
    for (Fault fault :
        EnumSet.of(
            Fault.TOO_MANY_REQUESTS,
            Fault.TOO_MANY_REQUESTS_DATE,
            Fault.UNAVAILABLE,
            Fault.SLOW,
            Fault.LOGIN_WALL,
            Fault.PRESS_AND_HOLD,
            Fault.CAPTCHA,
            Fault.RATE_LIMIT,
            Fault.CONSENT,
            Fault.FORBIDDEN)) {
      if (isOn(fault)) {
        return Optional.of(fault);
      }
    }
    return isOn(Fault.SCHEDULE) ? scheduled(request) : Optional.empty();
  }

  private Optional<Fault> scheduled(Request request) {
    String target = request.path() + "?" + request.query() + request.body();
    long draw = Integer.toUnsignedLong((target + seed).hashCode() * 0x9E3779B9);
    Optional<Fault> fault =
        draw % ONE_IN_THROTTLED == 0
            ? Optional.of(Fault.TOO_MANY_REQUESTS)
            : draw % ONE_IN_THROTTLED_BY_DATE == 0
                ? Optional.of(Fault.TOO_MANY_REQUESTS_DATE)
                : draw % ONE_IN_UNAVAILABLE == 0
                    ? Optional.of(Fault.UNAVAILABLE)
                    : draw % ONE_IN_SLOW == 0 ? Optional.of(Fault.SLOW) : Optional.empty();
    return fault.filter(_ -> struck.add(target));
  }

  private Answer answer(Fault fault) {
    return switch (fault) {
      case TOO_MANY_REQUESTS ->
          Answer.text(429, "Too many requests")
              .with("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
      case TOO_MANY_REQUESTS_DATE ->
          Answer.text(429, "Too many requests")
              .with("Retry-After", httpDate(clock.instant().plusSeconds(RETRY_AFTER_SECONDS + 1)));
      case LOGIN_WALL ->
          Answer.html(
              Html.page(
                  "Sign in",
                  "",
                  "<form action=\"/login\"><h1>Sign in</h1><input type=\"password\"></form>"));
      case PRESS_AND_HOLD ->
          Answer.html(
              Html.page(
                  "Access to this page has been denied",
                  "",
                  "<div id=\"px-captcha\"></div><h1>Press & Hold to confirm you are a human</h1>"));
      case CAPTCHA ->
          Answer.html(
              "<html><body><script>var dd={'host':'geo.captcha-delivery.com'}</script></body></html>");
      case RATE_LIMIT -> Answer.html(Html.page("Error", "", "<p>Rate limit exceeded</p>"));
      case CONSENT ->
          Answer.html(
              Html.page(
                  "Before you go on",
                  "",
                  "<div data-cookiebanner=\"banner\">Before you continue to the site, cookies</div>"));
      case FORBIDDEN -> Answer.text(403, "Forbidden");
      default -> Answer.text(503, "Service unavailable");
    };
  }

  static String httpDate(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
