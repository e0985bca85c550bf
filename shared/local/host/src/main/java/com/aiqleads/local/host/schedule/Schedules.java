package com.aiqleads.local.host.schedule;

import static java.lang.System.Logger.Level.WARNING;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.manifest.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Fires functions as EventBridge Scheduler does: without waiting. What became an invocation is
/// retried as one; what could not even become one is tried again three times within an hour, and is
/// a dead letter of the schedule then.
public final class Schedules implements AutoCloseable {

  /// A schedule of one function, by its name on AWS.
  public record Entry(String functionId, String awsName, Schedule schedule) {}

  /// As infra-cdk has it.
  private static final int MAX_RETRIES = 3;

  private static final Duration MAX_AGE = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(Schedules.class.getName());

  /// Takes what is to run.
  @FunctionalInterface
  interface Target {
    void submit(String functionId, byte[] payload);
  }

  private final Map<String, Entry> entries;
  private final Target target;
  private final Target deadLetters;
  private final InstantSource clock;
  private final Duration firstPause;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("schedules").daemon().factory());

  public Schedules(List<Entry> entries, AsyncInvocations invocations, InstantSource clock) {
    this(entries, invocations::submit, invocations::putAside, clock, FIRST_PAUSE);
  }

  Schedules(
      List<Entry> entries,
      Target target,
      Target deadLetters,
      InstantSource clock,
      Duration firstPause) {
    this.entries =
        entries.stream().collect(Collectors.toMap(Entry::functionId, Function.identity()));
    this.target = target;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  public List<Entry> entries() {
    return entries.values().stream()
        .sorted((a, b) -> a.functionId().compareTo(b.functionId()))
        .toList();
  }

  /// Starts the timetables of those that are wanted; the others only fire when told.
  public void start(Predicate<Entry> wanted) {
    Instant now = clock.instant();
    entries.values().stream()
        .filter(wanted)
        .forEach(entry -> plan(entry, Timetable.of(entry.schedule(), now), now));
  }

  private void plan(Entry entry, Timetable timetable, Instant last) {
    Instant now = clock.instant();
    // The timer may be early by a moment, and must not fire for the same time twice.
    Optional<Instant> due = timetable.after(now.isBefore(last) ? last : now);
    due.ifPresent(
        time -> {
          var _ =
              timer.schedule(
                  () -> fireAndPlan(entry, timetable, time),
                  Duration.between(now, time).toMillis(),
                  TimeUnit.MILLISECONDS);
        });
  }

  private void fireAndPlan(Entry entry, Timetable timetable, Instant time) {
    fire(entry, time, 0);
    plan(entry, timetable, time);
  }

  private void fire(Entry entry, Instant time, int retries) {
    try {
      fire(entry, time);
    } catch (RuntimeException e) {
      boolean late = clock.instant().isAfter(time.plus(MAX_AGE));
      boolean last = late || retries == MAX_RETRIES;
      LOG.log(WARNING, entry.awsName() + (last ? " is given up" : " is tried again"), e);
      if (last) {
        deadLetters.submit(entry.functionId(), input(entry, time));
      } else {
        Duration pause = firstPause.multipliedBy(1L << retries);
        var _ =
            timer.schedule(
                () -> fire(entry, time, retries + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  /// Fires one now, whatever its timetable says; answers false if there is no such schedule.
  public boolean fire(String functionId) {
    Optional<Entry> entry = Optional.ofNullable(entries.get(functionId));
    entry.ifPresent(it -> fire(it, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    return entry.isPresent();
  }

  private void fire(Entry entry, Instant time) {
    target.submit(entry.functionId(), input(entry, time));
  }

  /// What the deployed schedule gives to its target.
  static byte[] input(Entry entry, Instant time) {
    return Json.bytes(
        Json.object().put("schedule", entry.awsName()).put("scheduledTime", time.toString()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
