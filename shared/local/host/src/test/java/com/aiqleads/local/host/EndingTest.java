package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndingTest {

  private static final Duration FOREVER = Duration.ofMinutes(10);

  private final List<String> said = new ArrayList<>();

  @Test
  void endsInOrder() {
    new Ending(() -> said.add("in order"), FOREVER, () -> said.add("at once")).run();

    assertThat(said).containsExactly("in order");
  }

  @Test
  void endsAtOnceWhatHangs() {
    new Ending(EndingTest::hang, Duration.ofMillis(10), () -> said.add("at once")).run();

    assertThat(said).containsExactly("at once");
  }

  @Test
  void endsAtOnceWhenItMayNotWait() {
    Thread.currentThread().interrupt();

    new Ending(EndingTest::hang, FOREVER, () -> said.add("at once")).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(said).containsExactly("at once");
  }

  @Test
  void aFailureIsAnEndToo() {
    Ending.of(
            () -> {
              throw new IOException("stuck");
            })
        .run();

    assertThat(said).isEmpty();
  }

  /// The whole of it: a host that cannot be ended in order, and a child of it, after Ctrl-C.
  @Test
  void aSignalEndsAHostThatHangsAndItsChildren() throws Exception {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HangingHost.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader words = host.inputReader(StandardCharsets.UTF_8)) {
      Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(words.readLine()));

      host.destroy();

      assertThat(host.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(host.exitValue()).isEqualTo(3);
      child.ifPresent(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    } finally {
      host.descendants().forEach(ProcessHandle::destroyForcibly);
      host.destroyForcibly();
    }
  }

  /// Keeps every carrier of virtual threads, as a function did that computed without end.
  static final class HangingHost {

    private HangingHost() {}

    static void main() throws IOException, InterruptedException {
      Process child = new ProcessBuilder("sleep", "600").start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(new Ending(EndingTest::hang, Duration.ofSeconds(1), Ending::kill)));
      for (int each = 0; each < Runtime.getRuntime().availableProcessors(); each++) {
        Thread.startVirtualThread(HangingHost::compute);
      }
      System.out.println(child.pid());
      new CountDownLatch(1).await();
    }

    @SuppressWarnings("InfiniteLoop")
    private static void compute() {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
