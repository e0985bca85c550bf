package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.InProcessIsolation;
import com.aiqleads.local.host.function.Isolation;
import com.aiqleads.local.host.function.ProcessIsolation;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolationChoiceTest {

  @TempDir Path data;

  @ParameterizedTest
  @CsvSource({"in-process, false", "process, true", "cached-process, true"})
  void opensTheIsolationOfThatName(String name, boolean processes) throws Exception {
    Properties properties = new Properties();
    properties.setProperty(LocalOptions.ISOLATION, name);
    properties.setProperty(LocalOptions.DATA, data.toString());

    try (Isolation isolation = IsolationChoice.of(name).open(LocalOptions.of(properties))) {
      assertThat(isolation)
          .isInstanceOf(processes ? ProcessIsolation.class : InProcessIsolation.class);
    }
  }
}
