package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryServiceTest {
  @TempDir Path data;

  @ParameterizedTest
  @EnumSource
  void keepsItsDataThroughKillAndRestart(Service service) throws Exception {
    var options = Options.defaults().only(service);

    try (var services = LocalServices.start(data, options)) {
      var keepsake = Keepsake.of(service, services);
      keepsake.give();

      services.process(service).kill();
      services.process(service).restart();

      assertThat(keepsake.ask()).contains("kept");
      assertListensOnLoopbackOnly(services.process(service));
    }

    try (var services = LocalServices.start(data, options)) {
      assertThat(Keepsake.of(service, services).ask()).contains("kept");
    }
  }

  private static void assertListensOnLoopbackOnly(ServiceProcess process) throws Exception {
    int listeners = 0;
    for (long pid : process.pids()) {
      var addresses = new ListeningAddresses(pid).read();
      assertThat(addresses)
          .isSubsetOf(ListeningAddresses.LOOPBACK, ListeningAddresses.MAPPED_LOOPBACK);
      listeners += addresses.size();
    }
    assertThat(listeners).isPositive();
  }
}
