package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// This repository itself.
class RepositoryTest {

  private final Repository repository =
      Manifests.read(Path.of(System.getProperty("repository.root")));

  @Test
  void keepsAllChecks() {
    assertThat(Checks.problems(repository)).isEmpty();
  }

  @Test
  void hasFreshFlowPages() {
    assertThat(Flows.stale(repository)).isEmpty();
  }
}
