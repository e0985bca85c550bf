package com.aiqleads.local.host.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.schedule.PendingInvocations.Pending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingInvocationsTest {

  private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void keepsWhatIsWaitingUntilItIsRemoved() {
    Pending waiting = new PendingInvocations(folder).add("market-list", PAYLOAD);
    PendingInvocations afterARestart = new PendingInvocations(folder);

    assertThat(afterARestart.all()).extracting(Pending::file).containsExactly(waiting.file());

    afterARestart.remove(waiting);
    assertThat(afterARestart.all()).isEmpty();
  }

  @Test
  void saysThatItCannotKeepAnything() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new PendingInvocations(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot keep asynchronous invocations in " + file);
  }

  @Test
  void saysWhatItCouldNotDoOnceItsFolderIsGone() throws IOException {
    PendingInvocations pending = new PendingInvocations(folder.resolve("gone"));
    Files.delete(folder.resolve("gone"));

    assertThatThrownBy(() -> pending.add("market-list", PAYLOAD))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot keep");
    assertThatThrownBy(pending::all)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot list");
  }
}
