package com.aiqleads.lambda;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/// Figures and spans. In Lambda figures leave as log lines in CloudWatch's embedded metric format;
/// a local host reads them as Prometheus text from an MBean (`AIQLEADS_METRICS=jmx`) or from a file
/// (`AIQLEADS_METRICS=file`).
@Factory
final class TelemetryFactory {

  @Singleton
  @Bean(preDestroy = "close")
  MeterRegistry registry() {
    return new SimpleMeterRegistry();
  }

  @Singleton
  @Requires(property = "aiqleads.metrics", value = "file")
  MetricsOutput file(
      MeterRegistry registry,
      FunctionIdentity function,
      @Property(name = "aiqleads.metrics-file") Path file) {
    return new FileMetrics(registry, function, file);
  }

  @Singleton
  @Requires(property = "aiqleads.metrics", notEquals = "jmx")
  @Requires(property = "aiqleads.metrics", notEquals = "file")
  MetricsOutput emf(MeterRegistry registry, FunctionIdentity function, InstantSource clock) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    return new EmfOutput(registry, function, clock, out);
  }

  /// The variable that every sender of OpenTelemetry reads.
  @Singleton
  @Requires(property = "otel.exporter.otlp.endpoint")
  Spans otlp(
      @Property(name = "otel.exporter.otlp.endpoint") URI endpoint,
      FunctionIdentity function,
      InstantSource clock) {
    return new OtlpSpans(endpoint, function, clock);
  }

  @Singleton
  @Requires(missingProperty = "otel.exporter.otlp.endpoint")
  Spans noSpans() {
    return new NoSpans();
  }

  @Context
  @Bean(preDestroy = "close")
  @Requires(property = "aiqleads.metrics", value = "jmx")
  JmxMetrics jmx(MeterRegistry registry, FunctionIdentity function) {
    return JmxMetrics.register(registry, function);
  }
}
