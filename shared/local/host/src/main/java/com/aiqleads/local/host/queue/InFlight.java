package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What one poller has with its function, in a file. A killed host's messages would stay invisible
/// for minutes; the next host gives them back at once.
final class InFlight {

  private static final System.Logger LOG = System.getLogger(InFlight.class.getName());

  private final Path file;
  private final String queue;

  InFlight(Path folder, String queue, int number) {
    this.file = folder.resolve(queue + "-" + number + ".json");
    this.queue = queue;
  }

  void took(List<Message> messages) {
    ObjectNode json = Json.object().put("queue", queue);
    ArrayNode receipts = json.putArray("receipts");
    messages.forEach(message -> receipts.add(message.receipt()));
    write(Json.bytes(json));
  }

  void ended() {
    write(new byte[0]);
  }

  private void write(byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note what is in flight in " + file, e);
    }
  }

  /// Gives back what an earlier host had.
  static void release(Path folder, Queues queues) {
    try (Stream<Path> files = Files.list(Files.createDirectories(folder))) {
      for (Path file : files.toList()) {
        release(Files.readAllBytes(file), queues);
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was in flight in " + folder, e);
    }
  }

  private static void release(byte[] content, Queues queues) {
    try {
      JsonNode json = content.length == 0 ? Json.object() : Json.read(content);
      List<Message> messages = new ArrayList<>();
      json.path("receipts")
          .forEach(
              it -> messages.add(new Message(Json.object().put("ReceiptHandle", it.asText()))));
      queues.makeVisible(json.path("queue").asText(), messages);
    } catch (IOException | Json.NotJson e) {
      // Cut off, or its receipts are old: the messages reappear by themselves, only later.
      LOG.log(System.Logger.Level.INFO, "not given back: {0}", e.toString());
    }
  }
}
