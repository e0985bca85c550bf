package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How sources do, put together from what watches and limits them.
@Singleton
final class SourceHealth {

  static final Duration SHOWN = Duration.ofDays(7);

  private final WatchBook book;
  private final KnownSites sites;
  private final Alarms alarms;
  private final InstantSource clock;

  /// Pages of one market, of one kind.
  record ScopeHealth(Scope scope, Watched watched, int withheld, List<BatchReport> batches) {}

  /// One source.
  record Health(
      String source, Optional<SiteState> site, List<Alarm> alarms, List<ScopeHealth> scopes) {

    List<BatchReport> batches() {
      return scopes.stream()
          .flatMap(scope -> scope.batches().stream())
          .sorted(Comparator.comparing(BatchReport::at))
          .toList();
    }
  }

  SourceHealth(WatchBook book, KnownSites sites, Alarms alarms, InstantSource clock) {
    this.book = book;
    this.sites = sites;
    this.alarms = alarms;
    this.clock = clock;
  }

  static boolean isKnown(String source) {
    return sources().anyMatch(source::equals);
  }

  private static Stream<String> sources() {
    return Stream.concat(
        Stream.of(Source.values()).map(Source::id), Stream.of(JobBoard.values()).map(JobBoard::id));
  }

  List<Health> all() {
    List<Scope> scopes = book.scopes();
    List<Alarm> ringing = alarms.all().stream().filter(Alarm::isRinging).toList();
    return sources().map(source -> health(source, scopes, ringing)).toList();
  }

  private Health health(String source, List<Scope> scopes, List<Alarm> ringing) {
    Instant since = clock.instant().minus(SHOWN);
    return new Health(
        source,
        sites.find(source),
        ringing.stream()
            .filter(alarm -> alarm.name().startsWith("acquisition-" + source + "-"))
            .toList(),
        scopes.stream()
            .filter(scope -> scope.source().equals(source))
            .map(
                scope ->
                    new ScopeHealth(
                        scope,
                        book.find(scope),
                        book.withheld(scope).size(),
                        book.reports(scope, since)))
            .toList());
  }

  /// What its pages say now is right: it is learnt anew, and what was withheld goes on.
  ///
  /// @return how many scopes were in quarantine
  int accept(String source) {
    List<Scope> shut =
        book.scopes().stream()
            .filter(scope -> scope.source().equals(source))
            .filter(scope -> book.find(scope).inQuarantine().isPresent())
            .toList();
    shut.forEach(scope -> book.change(scope, _ -> Watched.NOTHING));
    return shut.size();
  }
}
