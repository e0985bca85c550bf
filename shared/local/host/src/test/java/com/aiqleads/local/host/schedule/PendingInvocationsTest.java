package com.aiqleads.local.host.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.schedule.PendingInvocations.Pending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingInvocationsTest {

  private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir Path folder;

  @Test
  void keepsWhatIsWaitingUntilItIsRemoved() {
    Pending waiting = new PendingInvocations(folder, CLOCK).add("market-list", PAYLOAD);
    PendingInvocations afterARestart = new PendingInvocations(folder, CLOCK);

    assertThat(afterARestart.all()).extracting(Pending::file).containsExactly(waiting.file());

    afterARestart.remove(waiting);
    assertThat(afterARestart.all()).isEmpty();
  }

  @Test
  void countsFailuresAndNotWhatWasTurnedAway() {
    PendingInvocations pending = new PendingInvocations(folder, CLOCK);
    Pending waiting = pending.add("market-list", PAYLOAD);

    Pending failed = pending.failedOnce(waiting.refusedOnce().refusedOnce());

    assertThat(waiting.refusedOnce().refusedOnce().refusals()).isEqualTo(2);
    assertThat(failed.refusals()).isZero();
    InstantSource later = InstantSource.fixed(NOW.plusSeconds(60));
    Pending kept = new PendingInvocations(folder, later).all().getFirst();
    assertThat(kept.attempts()).isEqualTo(1);
    assertThat(kept.since()).isEqualTo(NOW);
  }

  @Test
  void countsTheAgeOfWhatDoesNotSayItFromNowOn() throws IOException {
    Files.writeString(folder.resolve("old.json"), "{\"function\":\"a-b\",\"payload\":\"\"}");

    assertThat(new PendingInvocations(folder, CLOCK).all().getFirst().since()).isEqualTo(NOW);
  }

  @Test
  void saysThatItCannotKeepAnything() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new PendingInvocations(file, CLOCK))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot keep asynchronous invocations in " + file);
  }

  @Test
  void saysWhatItCouldNotDoOnceItsFolderIsGone() throws IOException {
    PendingInvocations pending = new PendingInvocations(folder.resolve("gone"), CLOCK);
    Files.delete(folder.resolve("gone"));

    assertThatThrownBy(() -> pending.add("market-list", PAYLOAD))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot keep");
    assertThatThrownBy(pending::all)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot list");
  }
}
