package com.aiqleads.local.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/// Pulls the plug while the product scrapes the sandbox: of the host with all consumers, of one
/// embedded service after another, and of processes of functions. In the end the same listings must
/// be accounted for as after a calm run, no version of a lead may have been published as two
/// events, and search must find what is on sale, as it is, and nothing else. What was with a
/// function at five of the kills is a dead letter by then, and is sent back as an operator would.
final class KillProof {

  private static final List<String> VICTIMS =
      List.of(
          "host",
          "postgres",
          "host",
          "elasticmq",
          ProcessTree.FUNCTION,
          "host",
          "dynamodb",
          "s3",
          "opensearch",
          ProcessTree.FUNCTION,
          "host");
  private static final int FUNCTIONS_KILLED = 20;
  private static final Duration EARLIEST_KILL = Duration.ofSeconds(2);
  private static final int SPREAD_MS = 12_000;
  private static final int BETWEEN_FUNCTIONS_MS = 2_000;
  private static final int HOMES = 1_200;
  private static final long SEED = 20_261_101;

  private final Random random = new Random(SEED);
  private int functionKills;

  private final SandboxPasses passes = SandboxPasses.of(HOMES);

  Figures run() throws Exception {
    Path calm = Files.createTempDirectory("aiqleads-calm");
    Path stormy = Files.createTempDirectory("aiqleads-stormy");
    Accounts expected = pass(calm);
    for (String victim : VICTIMS) {
      storm(stormy, victim);
    }
    Figures figures = verdict(expected, pass(stormy), stormy);
    Scratch.delete(calm);
    Scratch.delete(stormy);
    return figures;
  }

  /// What was lost can be looked for: the data stays then.
  private Figures verdict(Accounts expected, Accounts found, Path data) {
    Set<String> lost = new TreeSet<>(expected.listings());
    lost.removeAll(found.listings());
    lost.addAll(found.unpublished());
    lost.addAll(found.index().missing());
    lost.addAll(found.index().leftOver());
    if (!lost.isEmpty() || found.publishedTwice() > 0 || found.dead() > 0) {
      throw new IllegalStateException(
          "lost: %d %s, published-twice: %d, dead letters: %d, see %s"
              .formatted(lost.size(), lost, found.publishedTwice(), found.dead(), data));
    }
    return Figures.of()
        .with("kills", VICTIMS.size(), "")
        .with("function-kills", functionKills, "")
        .with("listings", found.listings().size(), "")
        .with("indexed", found.index().found().size(), "")
        .with("redriven", found.redriven(), "")
        .with("lost", lost.size(), "")
        .with("published-twice", found.publishedTwice(), "");
  }

  private void storm(Path data, String victim) throws IOException {
    boolean isFunction = victim.equals(ProcessTree.FUNCTION);
    RunningProduct product = isFunction ? passes.inProcesses(data) : passes.inHost(data);
    pause(EARLIEST_KILL.plusMillis(random.nextInt(SPREAD_MS)));
    System.out.println("kill " + victim);
    if (isFunction) {
      killFunctions(product);
    } else if (!victim.equals("host")) {
      ProcessTree.of(product.pid()).kill(victim);
      pause(EARLIEST_KILL.plusMillis(random.nextInt(SPREAD_MS)));
    }
    product.kill();
  }

  /// In the middle of whatever batch each has.
  private void killFunctions(RunningProduct product) throws IOException {
    for (int kills = 0; kills < FUNCTIONS_KILLED; ) {
      pause(Duration.ofMillis(random.nextInt(BETWEEN_FUNCTIONS_MS)));
      if (ProcessTree.of(product.pid()).killOne(ProcessTree.FUNCTION, random)) {
        kills++;
        functionKills++;
      }
    }
  }

  private Accounts pass(Path data) throws SQLException, IOException {
    return passes.whole(data, Accounts::read);
  }

  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
