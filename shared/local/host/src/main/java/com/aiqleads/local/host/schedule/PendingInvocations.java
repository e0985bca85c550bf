package com.aiqleads.local.host.schedule;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Asynchronous invocations on disk, one file each.
final class PendingInvocations {

  /// One of them.
  ///
  /// @param attempts how often the function has failed
  /// @param refusals how often in a row the function had no room, which is no attempt
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares them
  record Pending(
      Path file, String functionId, Instant since, int attempts, int refusals, byte[] payload) {

    Pending refusedOnce() {
      return new Pending(file, functionId, since, attempts, refusals + 1, payload);
    }

    Pending failedOnce() {
      return new Pending(file, functionId, since, attempts + 1, 0, payload);
    }
  }

  private final Path folder;
  private final InstantSource clock;

  PendingInvocations(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep asynchronous invocations in " + folder, e);
    }
  }

  Pending add(String functionId, byte[] payload) {
    Path file = folder.resolve(UUID.randomUUID() + ".json");
    return write(new Pending(file, functionId, clock.instant(), 0, 0, payload));
  }

  Pending failedOnce(Pending it) {
    return write(it.failedOnce());
  }

  void remove(Pending invocation) {
    try {
      Files.deleteIfExists(invocation.file());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot forget " + invocation.file(), e);
    }
  }

  List<Pending> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(this::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private Pending write(Pending invocation) {
    byte[] json =
        Json.bytes(
            Json.object()
                .put("function", invocation.functionId())
                .put("since", invocation.since().toEpochMilli())
                .put("attempts", invocation.attempts())
                .put("payload", Base64.getEncoder().encodeToString(invocation.payload())));
    try {
      Path unfinished = Files.write(Path.of(invocation.file() + ".new"), json);
      Files.move(unfinished, invocation.file(), StandardCopyOption.ATOMIC_MOVE);
      return invocation;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + invocation.file(), e);
    }
  }

  private Pending read(Path file) {
    try {
      JsonNode json = Json.read(Files.readAllBytes(file));
      return new Pending(
          file,
          json.path("function").asText(),
          Instant.ofEpochMilli(json.path("since").asLong(clock.millis())),
          json.path("attempts").asInt(),
          0,
          Base64.getDecoder().decode(json.path("payload").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
