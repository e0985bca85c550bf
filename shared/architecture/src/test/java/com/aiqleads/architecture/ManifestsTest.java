package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.manifest.Checks;
import com.aiqleads.manifest.Flows;
import com.aiqleads.manifest.Manifests;
import org.junit.jupiter.api.Test;

/// What the manifests of this repository say, and what is drawn from them.
class ManifestsTest {

  @Test
  void agreeWithEachOtherAndWithTheSources() {
    assertThat(Checks.problems(Manifests.read(Repository.ROOT))).isEmpty();
  }

  @Test
  void areDrawnAsTheyAre() {
    assertThat(Flows.stale(Manifests.read(Repository.ROOT))).isEmpty();
  }
}
