package com.aiqleads.local.host.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

  @TempDir Path folder;

  @Test
  void keepsForTheOwnerOnly() throws IOException {
    PrivateFiles files = new PrivateFiles(folder.resolve("secrets"));
    files.put("a", "value");

    assertThat(new PrivateFiles(folder.resolve("secrets")).get("a")).contains("value");
    try (var kept = Files.list(folder.resolve("secrets"))) {
      assertThat(kept)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void saysWhatItCouldNotDoOnceItsFolderIsGone() throws IOException {
    PrivateFiles files = new PrivateFiles(folder.resolve("gone"));
    Files.delete(folder.resolve("gone"));

    assertThatThrownBy(() -> files.put("a", "value"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot keep a");
    assertThatThrownBy(files::names)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot list");
  }

  @Test
  void saysThatItsFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new PrivateFiles(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot make " + file);
  }
}
