package com.aiqleads.local.host;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.function.Outcome;
import com.aiqleads.local.host.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The functions that a deployment runs before it lets anybody in: they make the schemas, and
/// publish the issuer's keys.
final class FirstSteps {

  private static final List<String> FUNCTIONS =
      List.of("platform-migrate-database", "platform-rotate-keys");

  private final FunctionHost functions;

  FirstSteps(FunctionHost functions) {
    this.functions = functions;
  }

  /// Side by side: the one needs the database and the other does not.
  void run() {
    FUNCTIONS.parallelStream().forEach(id -> functions.find(id).ifPresent(FirstSteps::invoke));
  }

  private static void invoke(FunctionPool pool) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    byte[] input =
        Json.bytes(Json.object().put("schedule", "start").put("scheduledTime", now.toString()));
    if (pool.invoke(input) instanceof Outcome.Failed failed) {
      throw new StartRefused(
          "%s failed: %s: %s (see logs in the data directory)"
              .formatted(pool.function().id(), failed.errorType(), failed.message()));
    }
  }
}
