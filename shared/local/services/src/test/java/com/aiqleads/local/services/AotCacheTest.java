package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir Path folder;

  @Test
  void isAnotherForOtherBytes() throws IOException {
    Files.createFile(cache("parse-page", "a").file());

    assertThat(cache("parse-page", "a").existing()).isPresent();
    assertThat(cache("parse-page", "b").existing()).isEmpty();
    assertThat(cache("parse", "a").existing()).isEmpty();
  }

  @Test
  void takesItsOwnPastAlongAndNothingElse() throws IOException {
    AotCache now = cache("parse", "now");
    Files.createFile(cache("parse", "before").file());
    Files.createFile(cache("parse", "before").file("jar"));
    Path own = Files.createFile(now.file());
    Path longerName = Files.createFile(cache("parse-page", "before").file());
    Path other = Files.createFile(folder.resolve("parse-notes.txt"));

    now.deleteOthers();

    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(own, longerName, other);
    }
  }

  private AotCache cache(String name, String madeFrom) {
    CRC32C sum = new CRC32C();
    sum.update(madeFrom.getBytes(StandardCharsets.UTF_8));
    return AotCache.of(folder, name, sum);
  }
}
