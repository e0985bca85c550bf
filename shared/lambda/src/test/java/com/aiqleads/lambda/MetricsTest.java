package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

  private static final FunctionIdentity FUNCTION = new FunctionIdentity("test", "demo", "count");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Metrics metrics =
      new Metrics(
          registry,
          new EmfOutput(
              registry, FUNCTION, CLOCK, new PrintStream(written, true, StandardCharsets.UTF_8)));

  @Test
  void writesWhatIsNewInTheEmbeddedFormat() {
    metrics.count("handled", "LeadScored", "done");
    metrics.count("handled", "LeadScored", "done");
    metrics.flush();

    assertThat(lines())
        .isEqualTo(
            """
            {"_aws":%s,"of":"LeadScored","outcome":"done","stage":"test",\
            "function":"demo-count","handled":2.0}
            """
                .formatted(lines().substring(8, lines().indexOf(",\"of\""))))
        .contains(
            "\"Namespace\":\"AIQLeads\"",
            "[\"of\",\"outcome\",\"stage\",\"function\"]",
            "\"Metrics\":[{\"Name\":\"handled\"}]",
            "\"Timestamp\":1795168800000");
  }

  @Test
  void writesNothingWhereNothingHappened() {
    metrics.count("handled", "LeadScored", "done");
    metrics.time("handling", "LeadScored", Duration.ofMillis(5));
    DistributionSummary.builder("ignored").register(registry).record(1);
    metrics.flush();
    written.reset();

    metrics.flush();

    assertThat(lines()).isEmpty();
  }

  @Test
  void writesTheMeanOfTimesAndTheValueOfGauges() {
    metrics.time("handling", "LeadScored", Duration.ofMillis(10));
    metrics.time("handling", "LeadScored", Duration.ofMillis(20));
    Gauge.builder("open", () -> 3).register(registry);

    metrics.flush();

    assertThat(lines()).contains("\"handling.count\":2.0", "\"handling.ms\":15.0", "\"open\":3.0");
  }

  @Test
  void offersPrometheusText() throws JMException {
    metrics.count("handled", "Lead\"Scored", "done");
    metrics.time("handling", "LeadScored", Duration.ofMillis(10));
    Gauge.builder("open.things", () -> 3).register(registry);
    DistributionSummary.builder("ignored").register(registry).record(1);

    try (JmxMetrics first = JmxMetrics.register(registry, FUNCTION);
        JmxMetrics second = JmxMetrics.register(registry, FUNCTION)) {
      first.flush();
      second.flush();

      assertThat(prometheus(1))
          .isEqualTo(prometheus(2))
          .contains(
              "# TYPE aiqleads_handled_total counter\n",
              "aiqleads_handled_total{function=\"demo-count\",of=\"Lead\\\"Scored\","
                  + "outcome=\"done\"} 1.0\n",
              "aiqleads_handling_seconds_count{function=\"demo-count\",of=\"LeadScored\"} 1.0\n",
              "aiqleads_handling_seconds_sum{function=\"demo-count\",of=\"LeadScored\"} 0.01\n",
              "aiqleads_open_things{function=\"demo-count\"} 3.0\n");
    }
    assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name(1))).isFalse();
  }

  @Test
  void leavesPrometheusTextInItsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("demo-count-1.prom");
    Metrics toFile = new Metrics(registry, new FileMetrics(registry, FUNCTION, file));
    toFile.count("handled", "LeadScored", "done");

    toFile.flush();
    toFile.flush();

    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(Files.readString(file)).isEqualTo(new PrometheusText(FUNCTION).of(registry));
    assertThatThrownBy(
            () -> new FileMetrics(registry, FUNCTION, folder.resolve("none/1.prom")).flush())
        .hasMessageContaining("cannot leave figures in");
  }

  @Test
  void writesItsFileOnceForAllThatHappensInAPause(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("demo-count-1.prom");
    Deque<Runnable> pauses = new ArrayDeque<>();
    FileMetrics figures = new FileMetrics(registry, FUNCTION, file, pauses::add);
    metrics.count("handled", "LeadScored", "done");
    figures.flush();
    String first = Files.readString(file);
    metrics.count("handled", "LeadScored", "done");
    figures.flush();
    figures.flush();

    assertThat(Files.readString(file)).isEqualTo(first);
    pauses.remove().run();
    assertThat(Files.readString(file)).isEqualTo(new PrometheusText(FUNCTION).of(registry));
    assertThat(pauses).hasSize(1);
    pauses.remove().run();
    assertThat(pauses).isEmpty();
  }

  @Test
  void goesOnWhenItsFolderIsGone(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectory(folder.resolve("figures")).resolve("demo-count-1.prom");
    Deque<Runnable> pauses = new ArrayDeque<>();
    FileMetrics figures = new FileMetrics(registry, FUNCTION, file, pauses::add);
    figures.flush();
    figures.flush();
    Files.delete(file);
    Files.delete(file.getParent());

    pauses.remove().run();

    assertThat(pauses).isEmpty();
  }

  private static String prometheus(int environment) throws JMException {
    return (String)
        ManagementFactory.getPlatformMBeanServer().getAttribute(name(environment), "Prometheus");
  }

  private static ObjectName name(int environment) throws JMException {
    return new ObjectName(
        "com.aiqleads:type=Metrics,function=demo-count,environment=" + environment);
  }

  private String lines() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
