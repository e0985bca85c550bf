package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Rings for the first message among a function's dead letters, and says the end once there is none
/// any more, as CloudWatch does when deployed: the same name, in the same records of a topic.
public final class DeadLetterAlarms implements AutoCloseable {

  /// CloudWatch looks once a minute; who sits in front of it waits less.
  private static final Duration EVERY = Duration.ofSeconds(5);

  /// How many messages a queue has.
  @FunctionalInterface
  public interface Depth {
    long of(String queue) throws IOException;
  }

  private final Depth depth;
  private final List<Mapping> mappings;
  private final String prefix;
  private final Consumer<byte[]> teller;
  private final InstantSource clock;
  private final Set<String> ringing = new HashSet<>();
  private final Thread watch = Thread.ofVirtual().name("dead letter alarms").unstarted(this::watch);

  /// @param prefix of the names of all alarms of the stage
  /// @param teller takes what a topic would hand over
  public DeadLetterAlarms(
      Depth depth,
      List<Mapping> mappings,
      String prefix,
      Consumer<byte[]> teller,
      InstantSource clock) {
    this.depth = depth;
    this.mappings = List.copyOf(mappings);
    this.prefix = prefix;
    this.teller = teller;
    this.clock = clock;
  }

  public void start() {
    watch.start();
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private void watch() {
    try {
      while (!Thread.interrupted()) {
        check();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException _) {
      // The host ends.
    }
  }

  void check() {
    for (Mapping mapping : mappings) {
      try {
        check(mapping, depth.of(mapping.deadLetters()));
      } catch (IOException _) {
        // The queues are being started again: the next look tells.
      }
    }
  }

  private void check(Mapping mapping, long letters) {
    boolean rings = letters > 0;
    if (rings != ringing.contains(mapping.functionId())) {
      teller.accept(records(mapping.functionId(), rings, letters));
      if (rings) {
        ringing.add(mapping.functionId());
      } else {
        ringing.remove(mapping.functionId());
      }
    }
  }

  private byte[] records(String functionId, boolean rings, long letters) {
    var message =
        Json.object()
            .put("AlarmName", prefix + functionId + "-dead-letters")
            .put("AlarmDescription", "Messages that " + functionId + " could not handle wait.")
            .put("NewStateValue", rings ? "ALARM" : "OK")
            .put("NewStateReason", letters + " dead letters")
            .put("StateChangeTime", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    var records = Json.object();
    records
        .putArray("Records")
        .addObject()
        .putObject("Sns")
        .put("Message", new String(Json.bytes(message), StandardCharsets.UTF_8));
    return Json.bytes(records);
  }
}
