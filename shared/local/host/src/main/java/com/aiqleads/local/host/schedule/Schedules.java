package com.aiqleads.local.host.schedule;

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

/// Fires functions as EventBridge Scheduler does: without waiting, retried by the invocation.
public final class Schedules implements AutoCloseable {

  /// A schedule of one function, by its name on AWS.
  public record Entry(String functionId, String awsName, Schedule schedule) {}

  private final Map<String, Entry> entries;
  private final AsyncInvocations invocations;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("schedules").daemon().factory());

  public Schedules(List<Entry> entries, AsyncInvocations invocations, InstantSource clock) {
    this.entries =
        entries.stream().collect(Collectors.toMap(Entry::functionId, Function.identity()));
    this.invocations = invocations;
    this.clock = clock;
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
        .forEach(entry -> plan(entry, Timetable.of(entry.schedule(), now)));
  }

  private void plan(Entry entry, Timetable timetable) {
    Instant now = clock.instant();
    Optional<Instant> due = timetable.after(now);
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
    fire(entry, time);
    plan(entry, timetable);
  }

  /// Fires one now, whatever its timetable says; answers false if there is no such schedule.
  public boolean fire(String functionId) {
    Optional<Entry> entry = Optional.ofNullable(entries.get(functionId));
    entry.ifPresent(it -> fire(it, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    return entry.isPresent();
  }

  private void fire(Entry entry, Instant time) {
    invocations.submit(entry.functionId(), input(entry, time));
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
