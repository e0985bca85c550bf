package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class LogTest {

  @TempDir Path folder;

  private final LoggerContext logs = new LoggerContext();
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final FunctionLogAppender appender = new FunctionLogAppender();

  @AfterEach
  void restore() {
    appender.stop();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void writesALineOfJsonIntoTheFileOfTheFunction() throws IOException {
    Logger log = loggerOf("one");

    log.atInfo().addKeyValue("ms", 5).addKeyValue("who", "a \"b\"\n\t\\\u0001").log("did {}", "it");

    assertThat(Files.readString(folder.resolve("one.log")))
        .startsWith("{\"time\":\"2")
        .endsWith("}\n")
        .contains(
            "\"level\":\"INFO\"", "\"function\":\"fn-one\"", "\"message\":\"did it\"", "\"ms\":5")
        .contains("\"who\":\"a \\\"b\\\"\\n\\t\\\\\\u0001\"");
  }

  @Test
  void keepsTheLinesOfTwoFunctionsApart() throws IOException {
    Logger log = loggerOf("one");
    log.info("first");
    useFunction("two");

    log.info("second");

    assertThat(Files.readString(folder.resolve("one.log")))
        .contains("first")
        .doesNotContain("second");
    assertThat(Files.readString(folder.resolve("two.log")))
        .contains("second")
        .doesNotContain("first");
  }

  @Test
  void saysWhereItFailedAndMasksWhom() throws IOException {
    Logger log = loggerOf("one");

    log.atWarn()
        .setCause(
            new IllegalStateException(
                "cannot write to ann@example.com", new IOException("+13055550123")))
        .log("failed");

    assertThat(Files.readString(folder.resolve("one.log")))
        .contains("\"type\":\"java.lang.IllegalStateException\"", "saysWhereItFailedAndMasksWhom")
        .contains("***@example.com", "\"cause\":{\"type\":\"java.io.IOException\"")
        .doesNotContain("ann@", "3055550123");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call (305) 555-0123 now | call *** now",
        "305-555-0123 | ***",
        "+13055550123 | ***",
        "bob.b+x@mail.example.org | ***@mail.example.org",
        "2026-11-20T10:00:00Z | 2026-11-20T10:00:00Z",
        "lead_01JA5Z6E0V8QJ3M2R7T9X4B1CD | lead_01JA5Z6E0V8QJ3M2R7T9X4B1CD",
        "12345678901 | 12345678901"
      })
  void masksPeopleAndNothingElse(String text, String masked) {
    assertThat(PersonalData.masked(text)).isEqualTo(masked);
  }

  @Test
  void writesEveryKindOfValue() {
    assertThat(LogLine.json(Map.of("a", List.of(1, 2L, true, 0.5, Double.NaN, "x"))))
        .isEqualTo("{\"a\":[1,2,true,0.5,\"NaN\",\"x\"]}");
    assertThat(LogLine.shortened("abc", 2)).isEqualTo("ab…");
    assertThat(LogLine.shortened("ab", 2)).isEqualTo("ab");
  }

  private Logger loggerOf(String function) throws IOException {
    useFunction(function);
    logs.setMDCAdapter(MDC.getMDCAdapter());
    appender.setContext(logs);
    appender.start();
    Logger log = logs.getLogger("com.aiqleads.test");
    log.addAppender(appender);
    return log;
  }

  private void useFunction(String function) throws IOException {
    Path resources = Files.createDirectories(folder.resolve(function));
    Files.writeString(
        resources.resolve("aiqleads-environment.properties"),
        "AIQLEADS_LOG_FILE=%s\nAIQLEADS_FUNCTION=fn-%s\n"
            .formatted(folder.resolve(function + ".log"), function));
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(new URL[] {resources.toUri().toURL()}, before));
  }
}
