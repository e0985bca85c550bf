package com.aiqleads.local.host.admin;

import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Message;
import com.aiqleads.local.host.queue.Queues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an operator may see and do of the functions' queues.
public final class QueueDesk {

  private static final int MAX_DEAD_LETTERS = 100;
  private static final Duration HIDDEN_WHILE_READ = Duration.ofSeconds(10);

  private final Queues queues;
  private final List<Mapping> mappings;

  public QueueDesk(Queues queues, List<Mapping> mappings) {
    this.queues = queues;
    this.mappings = List.copyOf(mappings);
  }

  ObjectNode all() throws IOException {
    List<JsonNode> views = new ArrayList<>();
    for (Mapping mapping : mappings) {
      Queues.Counts counts = queues.counts(mapping.queue());
      views.add(Views.queue(mapping, counts, dead(mapping)));
    }
    return AdminServer.list("queues", views);
  }

  Map<String, Double> depths() throws IOException {
    Map<String, Double> depths = new LinkedHashMap<>();
    for (Mapping mapping : mappings) {
      depths.put(mapping.functionId(), (double) queues.counts(mapping.queue()).all());
    }
    return depths;
  }

  Map<String, Double> deadCounts() throws IOException {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (Mapping mapping : mappings) {
      counts.put(mapping.functionId(), (double) dead(mapping));
    }
    return counts;
  }

  private long dead(Mapping mapping) throws IOException {
    return queues.counts(mapping.deadLetters()).all();
  }

  /// Shows them and gives them back at once.
  ObjectNode deadLetters(String functionId) throws IOException {
    String queue = mapping(functionId).deadLetters();
    List<Message> messages = new ArrayList<>();
    List<Message> more;
    do {
      more = queues.receive(queue, Queues.MAX_BATCH, Duration.ZERO, HIDDEN_WHILE_READ);
      messages.addAll(more);
    } while (!more.isEmpty() && messages.size() < MAX_DEAD_LETTERS);
    queues.makeVisible(queue, messages);
    return AdminServer.list(
        "deadLetters", messages.stream().<JsonNode>map(Views::deadLetter).toList());
  }

  void redrive(String functionId) throws IOException {
    Mapping mapping = mapping(functionId);
    queues.redrive(mapping.deadLetters(), mapping.queue());
  }

  private Mapping mapping(String functionId) {
    return mappings.stream()
        .filter(mapping -> mapping.functionId().equals(functionId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue triggers " + functionId));
  }
}
