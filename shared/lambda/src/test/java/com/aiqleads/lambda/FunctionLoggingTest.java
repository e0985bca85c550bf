package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class FunctionLoggingTest {

  @Test
  void saysWhatWeDoAndOfOthersOnlyWarnings() {
    LoggerContext logs = new LoggerContext();

    assertThat(new FunctionLogging().configure(logs))
        .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

    assertThat(logs.getLogger("com.aiqleads.demo").getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(logs.getLogger("io.micronaut").getEffectiveLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void isFoundByWhoeverLogs() {
    LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();

    assertThat(logs.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("function"))
        .isInstanceOf(FunctionLogAppender.class);
  }
}
