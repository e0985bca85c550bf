package com.aiqleads.local.product;

import com.aiqleads.local.services.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Passes of all scrapers over one sandbox, on whatever data. Its sites stay where they are: pages
/// are known by their addresses.
record SandboxPasses(Map<String, String> options) {

  private static final Duration LIMIT = Duration.ofMinutes(30);

  static SandboxPasses of(int homes) {
    return new SandboxPasses(
        Map.of(
            "local.once",
            "true",
            "local.hops",
            "false",
            "local.homes",
            String.valueOf(homes),
            "local.sandbox.port",
            String.valueOf(FreePorts.take(1).getFirst())));
  }

  /// Looks at what the stores hold.
  interface Look<T> {
    T at(RunningProduct product, long redriven, long dead) throws SQLException, IOException;
  }

  /// Begins one, with each function as a process.
  RunningProduct inProcesses(Path data) {
    Map<String, String> all = new HashMap<>(options);
    all.put("local.isolation", "process");
    return RunningProduct.launch(data, all).awaitReady();
  }

  RunningProduct inHost(Path data) {
    return RunningProduct.launch(data, options).awaitReady();
  }

  /// One whole pass to its end; what waits after that is waited for, and what is a dead letter by
  /// then is sent back once, as an operator would.
  <T> T whole(Path data, Look<T> look) throws SQLException, IOException {
    RunningProduct once = RunningProduct.launch(data, options);
    int status = once.awaitEnd(LIMIT);
    if (status != 0) {
      throw new IllegalStateException(
          "a pass ended with " + status + ":\n" + String.join("\n", List.copyOf(once.lines())));
    }
    try (RunningProduct product =
        RunningProduct.start(data, Map.of("local.scrape", "false", "local.hops", "false"))) {
      Quiescence quiet = Quiescence.of(product.admin());
      quiet.await(LIMIT);
      long redriven = quiet.redrive();
      quiet.await(LIMIT);
      return look.at(product, redriven, quiet.dead());
    }
  }
}
