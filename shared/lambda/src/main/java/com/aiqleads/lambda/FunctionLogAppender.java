package com.aiqleads.lambda;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// Writes to standard output, or to the file named by `AIQLEADS_LOG_FILE`. Functions that share
/// their libraries in one process share this appender too: whose line it is, the context class
/// loader of the thread says.
public final class FunctionLogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private final Map<ClassLoader, Sink> sinks = new WeakHashMap<>();

  @Override
  protected void append(ILoggingEvent event) {
    sink().write(event);
  }

  @Override
  public void stop() {
    super.stop();
    synchronized (sinks) {
      sinks.values().forEach(Sink::close);
      sinks.clear();
    }
  }

  private Sink sink() {
    ClassLoader loader =
        Optional.ofNullable(Thread.currentThread().getContextClassLoader())
            .orElse(ClassLoader.getSystemClassLoader());
    synchronized (sinks) {
      return sinks.computeIfAbsent(loader, FunctionLogAppender::open);
    }
  }

  private static Sink open(ClassLoader loader) {
    Environment environment = Environment.of(loader);
    Optional<String> file = environment.find("AIQLEADS_LOG_FILE");
    try {
      return new Sink(
          new JsonLogLines(environment.get("AIQLEADS_FUNCTION", "")),
          file.isPresent()
              ? new FileOutputStream(file.orElseThrow(), true)
              : new FileOutputStream(FileDescriptor.out));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the log file", e);
    }
  }

  /// Every line is one write: lines of several processes and threads never mix.
  private record Sink(JsonLogLines lines, OutputStream out) {

    synchronized void write(ILoggingEvent event) {
      try {
        out.write(lines.of(event).getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write a log line", e);
      }
    }

    void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close the log", e);
      }
    }
  }
}
