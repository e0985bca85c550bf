package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalOptionsTest {

  @TempDir Path checkout;

  @BeforeEach
  void make() throws IOException {
    Files.createFile(checkout.resolve("mvnw"));
  }

  @Test
  void hasADefaultForEverything() {
    LocalOptions options = options(Map.of());

    assertThat(options)
        .isEqualTo(
            new LocalOptions(
                checkout,
                checkout.resolve(".local"),
                8080,
                4566,
                9090,
                9100,
                9101,
                false,
                false,
                true,
                true,
                3_400,
                2,
                IsolationChoice.IN_PROCESS,
                ServicesChoice.EMBEDDED,
                ""));
  }

  @Test
  void takesWhatIsSaid() {
    LocalOptions options =
        options(
            Map.ofEntries(
                Map.entry("local.port", "1"),
                Map.entry("local.aws.port", "2"),
                Map.entry("local.admin.port", "3"),
                Map.entry("local.sandbox.port", "4"),
                Map.entry("local.provider.port", "5"),
                Map.entry("local.data", checkout + "/other"),
                Map.entry("local.fresh", ""),
                Map.entry("local.once", "true"),
                Map.entry("local.scrape", "false"),
                Map.entry("local.hops", "false"),
                Map.entry("local.homes", "50"),
                Map.entry("local.environments", "0"),
                Map.entry("local.debug", "a-b"),
                Map.entry("local.isolation", "process")));

    assertThat(options)
        .isEqualTo(
            new LocalOptions(
                checkout,
                checkout.resolve("other"),
                1,
                2,
                3,
                4,
                5,
                true,
                true,
                false,
                false,
                50,
                1,
                IsolationChoice.PROCESS,
                ServicesChoice.EMBEDDED,
                "a-b"));
  }

  @ParameterizedTest
  @CsvSource({
    "local.isolation, docker, 'there are in-process, process and cached-process'",
    "local.prot, 8080, -Dlocal.prot is unknown",
    "local.services, docker, there are embedded and localstack",
    "local.port, many, is no number",
    "local.quotas, many, is no number",
    "local.port, 65536, is no port",
    "local.once, maybe, must be true or false"
  })
  void refusesByNameWhatItCannotDo(String name, String value, String reason) {
    assertThatThrownBy(() -> options(Map.of(name, value)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(name)
        .hasMessageContaining(reason);
  }

  @Test
  void findsTheCheckoutAboveItself() throws IOException {
    Path below = Files.createDirectories(checkout.resolve("shared/local"));

    assertThat(options(Map.of("repository.root", below.toString())).repository())
        .isEqualTo(checkout);
    assertThatThrownBy(() -> options(Map.of("repository.root", "/")))
        .hasMessageContaining("no checkout of AIQLeads");
  }

  private LocalOptions options(Map<String, String> said) {
    Properties properties = new Properties();
    properties.setProperty("repository.root", checkout.toString());
    properties.putAll(said);
    return LocalOptions.of(properties);
  }
}
