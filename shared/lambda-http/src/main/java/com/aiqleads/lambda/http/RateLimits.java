package com.aiqleads.lambda.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Where a caller stands with its quotas, as `RateLimit` and `RateLimit-Policy` of the IETF's draft
/// say it.
///
/// @param reset the time until everything may be used again
record RateLimits(boolean admitted, List<Standing> standings, Duration reset) {

  private static final long WINDOW_SECONDS = Quotas.WINDOW.toSeconds();

  /// A quota, and how many requests of it are left.
  record Standing(Quota quota, int left) {}

  RateLimits {
    standings = List.copyOf(standings);
  }

  static RateLimits of(List<Quota> quotas, QuotaCounters.Count count, Duration reset) {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < quotas.size(); i++) {
      Quota quota = quotas.get(i);
      standings.add(new Standing(quota, Math.max(0, quota.requests() - count.used().get(i))));
    }
    return new RateLimits(count.admitted(), standings, reset);
  }

  Map<String, String> headers() {
    return Map.of(
        "RateLimit-Policy",
        each("\"%s\";q=%d;w=" + WINDOW_SECONDS, standing -> standing.quota().requests()),
        "RateLimit",
        each("\"%s\";r=%d;t=" + reset.toSeconds(), Standing::left));
  }

  /// The quota that is used up, by the name that callers read.
  String usedUp() {
    return standings.stream()
        .min(Comparator.comparingInt(Standing::left))
        .map(standing -> standing.quota().name())
        .orElse("none");
  }

  private String each(String form, ToIntFunction<Standing> number) {
    return standings.stream()
        .map(
            standing ->
                String.format(
                    Locale.ROOT, form, standing.quota().name(), number.applyAsInt(standing)))
        .collect(Collectors.joining(", "));
  }
}
