package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir Path folder;

  @Test
  void findsTheRepositoryAbove() throws Exception {
    Files.writeString(folder.resolve("mvnw"), "");

    assertThat(Options.repositoryAbove(folder.resolve("shared/local"))).isEqualTo(folder);
  }

  @Test
  void saysWhatToSetOutsideOfRepository() {
    assertThatThrownBy(() -> Options.repositoryAbove(Path.of("/")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-Drepository.root");
  }
}
