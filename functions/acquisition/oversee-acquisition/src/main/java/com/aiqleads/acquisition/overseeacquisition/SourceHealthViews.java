package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.overseeacquisition.SourceHealth.Health;
import com.aiqleads.acquisition.overseeacquisition.SourceHealth.ScopeHealth;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is shown of how sources do.
final class SourceHealthViews {

  private static final int MAX_BATCHES = 200;

  /// In millionths of a dollar: what is waited for a turn and fetched, put away, counted and told;
  /// docs/cost.md has the sum.
  private static final int MICRO_DOLLARS_OF_PAGE = 40;

  private SourceHealthViews() {}

  private static String named(Scope scope) {
    return scope.kind().name().toLowerCase(java.util.Locale.ROOT);
  }

  @Serdeable
  record HealthsView(List<HealthView> sources) {

    static HealthsView of(List<Health> all) {
      return new HealthsView(all.stream().map(HealthView::of).toList());
    }
  }

  @Serdeable
  record HealthView(
      @Schema(example = "zillow") String source,
      @Schema(description = "closed, open or probing") String breaker,
      @Schema(description = "Why it was given up, if it was") @Nullable String cause,
      @Schema(description = "From one request to the next") long delayMillis,
      @Schema(description = "Since when it asks for nothing but pauses")
          @Nullable Instant throttledSince,
      List<AlarmView> alarms,
      List<ScopeView> scopes,
      @Schema(description = "Of the last seven days, the newest last") List<BatchView> batches,
      @Schema(description = "In the last seven days") YieldView yield) {

    static HealthView of(Health health) {
      List<BatchReport> batches = health.batches();
      return new HealthView(
          health.source(),
          health.site().map(site -> state(site.breaker())).orElse("closed"),
          health.site().map(site -> cause(site.breaker())).orElse(null),
          health.site().map(SiteState::delay).map(java.time.Duration::toMillis).orElse(0L),
          health.site().map(site -> site.throttling().onlySince()).orElse(null),
          health.alarms().stream().map(AlarmView::of).toList(),
          health.scopes().stream().map(ScopeView::of).toList(),
          BatchView.newest(health.scopes()),
          YieldView.of(batches));
    }

    private static String state(Breaker breaker) {
      return switch (breaker) {
        case Breaker.Closed _ -> "closed";
        case Breaker.Open _ -> "open";
        case Breaker.Probing _ -> "probing";
      };
    }

    private static @Nullable String cause(Breaker breaker) {
      return switch (breaker) {
        case Breaker.Closed _ -> null;
        case Breaker.Open open -> open.cause().name().toLowerCase(java.util.Locale.ROOT);
        case Breaker.Probing probing -> probing.cause().name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  @Serdeable
  record AlarmView(String name, Instant since, String meaning, String reason) {

    static AlarmView of(Alarm alarm) {
      return new AlarmView(alarm.name(), alarm.changedAt(), alarm.meaning(), alarm.reason());
    }
  }

  @Serdeable
  record ScopeView(
      String market,
      @Schema(description = "listing, results or company") String kind,
      @Schema(description = "Whether enough is known to compare with") boolean learnt,
      @Schema(description = "Of the last 200 advertisements, the share that has each field")
          Map<String, Double> usualFill,
      int withheld,
      @Nullable Instant quarantinedSince,
      List<String> objections,
      @Schema(description = "Where the fields probably stand now") List<String> proposals) {

    static ScopeView of(ScopeHealth health) {
      Map<String, Double> fill = new TreeMap<>();
      health.watched().usual().known().stream()
          .flatMap(each -> each.values().keySet().stream())
          .distinct()
          .forEach(field -> fill.put(field, health.watched().usual().fill(field)));
      var quarantine = health.watched().inQuarantine();
      return new ScopeView(
          health.scope().market(),
          named(health.scope()),
          health.watched().usual().isLearnt(),
          fill,
          health.withheld(),
          quarantine.map(Quarantine::since).orElse(null),
          quarantine.map(Quarantine::objections).orElse(List.of()),
          quarantine.map(Quarantine::proposals).orElse(List.of()));
    }
  }

  @Serdeable
  record BatchView(
      Instant at,
      String market,
      @Schema(description = "listing, results or company") String kind,
      int pages,
      int records,
      Map<String, Integer> outcomes,
      Map<String, Double> fill,
      boolean passed,
      List<String> objections) {

    static List<BatchView> newest(List<ScopeHealth> scopes) {
      List<BatchView> all =
          scopes.stream()
              .flatMap(scope -> scope.batches().stream().map(batch -> of(scope.scope(), batch)))
              .sorted(Comparator.comparing(BatchView::at))
              .toList();
      return all.subList(Math.max(0, all.size() - MAX_BATCHES), all.size());
    }

    private static BatchView of(Scope scope, BatchReport report) {
      return new BatchView(
          report.at(),
          scope.market(),
          named(scope),
          report.pages(),
          report.records(),
          new TreeMap<>(report.outcomes()),
          new TreeMap<>(report.fill()),
          report.passed(),
          report.objections());
    }
  }

  /// What a source gives for what it costs.
  @Serdeable
  record YieldView(
      long pages,
      long advertisements,
      long withheld,
      @Schema(description = "At list prices, two seconds a page") double dollars,
      @Schema(description = "For each hundred pages") double advertisementsPerHundredPages) {

    static YieldView of(List<BatchReport> batches) {
      long pages = batches.stream().mapToLong(BatchReport::pages).sum();
      long records = records(batches, true);
      return new YieldView(
          pages,
          records,
          records(batches, false),
          pages * MICRO_DOLLARS_OF_PAGE / 1e6,
          pages == 0 ? 0 : Math.round(1000.0 * records / pages) / 10.0);
    }

    private static long records(List<BatchReport> batches, boolean passed) {
      return batches.stream()
          .filter(batch -> batch.passed() == passed)
          .mapToLong(BatchReport::records)
          .sum();
    }
  }
}
