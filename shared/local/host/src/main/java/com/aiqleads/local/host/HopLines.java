package com.aiqleads.local.host;

import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Message;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/// One line for each message that a function has handled.
final class HopLines implements Hop.Watcher {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private final Consumer<String> say;

  HopLines(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public void saw(Hop hop, Message message) {
    say.accept(
        TIME.format(hop.time())
            + "  "
            + hop.event()
            + " → "
            + hop.functionId()
            + "  "
            + (hop.done() ? "done" : "FAILED")
            + " in "
            + hop.duration().toMillis()
            + " ms  "
            + hop.correlationId());
  }
}
