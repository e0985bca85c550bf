package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class HostLogTest {

  @Test
  void aFailureTakesOneLineOnTheScreen() {
    LogRecord record = new LogRecord(Level.SEVERE, "no\n  start");
    record.setThrown(new IllegalStateException("x".repeat(500) + "\nmore"));

    String line = new HostLog.OneLine().format(record);

    assertThat(line).startsWith("no start: xxx").endsWith("x\n").hasSize(401);
    assertThat(new HostLog.OneLine().format(new LogRecord(Level.INFO, "fine"))).isEqualTo("fine\n");
  }
}
