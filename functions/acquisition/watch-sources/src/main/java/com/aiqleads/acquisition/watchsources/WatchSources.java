package com.aiqleads.acquisition.watchsources;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.Quarantine;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.SourceCondition;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.events.platform.AlertRaised;
import com.aiqleads.lambda.Publisher;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Looks at every source; says each change once, and remembers that only when it is on its way: a
/// run that is killed between says the same again, which nobody is told twice.
@Singleton
final class WatchSources {

  private static final String CRITICAL = "critical";

  private final WatchBook book;
  private final KnownSites sites;
  private final Alarms alarms;
  private final ReleasePages release;
  private final InstantSource clock;

  WatchSources(
      WatchBook book, KnownSites sites, Alarms alarms, ReleasePages release, InstantSource clock) {
    this.book = book;
    this.sites = sites;
    this.alarms = alarms;
    this.release = release;
    this.clock = clock;
  }

  void watch(Publisher publisher) {
    List<Scope> scopes = book.scopes();
    for (Scope scope : scopes) {
      release.of(scope, publisher);
      release.lift(scope);
    }
    List<Alarm> known = alarms.all();
    List<Alarm> changes =
        sources()
            .map(source -> condition(source, scopes))
            .flatMap(condition -> condition.changes(known, clock.instant()).stream())
            .toList();
    changes.forEach(alarm -> publisher.publish(raised(alarm)));
    publisher.flush();
    changes.forEach(alarms::keep);
  }

  private static Stream<String> sources() {
    return Stream.concat(
        Stream.of(Source.values()).map(Source::id), Stream.of(JobBoard.values()).map(JobBoard::id));
  }

  private SourceCondition condition(String source, List<Scope> scopes) {
    Map<Scope, Quarantine> quarantined = new HashMap<>();
    scopes.stream()
        .filter(scope -> scope.source().equals(source))
        .forEach(
            scope ->
                book.find(scope)
                    .inQuarantine()
                    .ifPresent(quarantine -> quarantined.put(scope, quarantine)));
    return new SourceCondition(source, sites.find(source), quarantined);
  }

  private static AlertRaised raised(Alarm alarm) {
    return new AlertRaised(
        alarm.name(),
        alarm.isRinging(),
        CRITICAL,
        alarm.changedAt(),
        alarm.meaning(),
        alarm.reason());
  }
}
