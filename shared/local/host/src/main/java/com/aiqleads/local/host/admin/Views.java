package com.aiqleads.local.host.admin;

import com.aiqleads.local.host.function.FunctionFigures;
import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Message;
import com.aiqleads.local.host.queue.Queues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// What the admin port answers, as JSON.
final class Views {

  private Views() {}

  static ObjectNode hop(Hop hop) {
    return Json.object()
        .put("time", hop.time().toString())
        .put("function", hop.functionId())
        .put("event", hop.event())
        .put("eventId", hop.eventId())
        .put("correlationId", hop.correlationId())
        .put("outcome", hop.done() ? "done" : "failed")
        .put("millis", hop.duration().toNanos() / 1e6);
  }

  static ObjectNode function(FunctionPool pool) {
    FunctionFigures figures = pool.figures();
    long invocations = figures.invocations();
    return Json.object()
        .put("function", pool.function().id())
        .put("name", pool.function().awsName())
        .put("environments", pool.environments())
        .put("maxEnvironments", pool.function().environments())
        .put("concurrency", pool.function().concurrency())
        .put("invocations", invocations)
        .put("errors", figures.errors())
        .put("throttles", figures.throttles())
        .put(
            "averageMillis",
            invocations == 0 ? 0 : figures.invocationSeconds() * 1000 / invocations)
        .put("batches", figures.batches())
        .put("messages", figures.messages())
        .put("failedMessages", figures.failedMessages())
        .put("coldStarts", figures.coldStarts())
        .put("failedStarts", figures.failedStarts());
  }

  static ObjectNode queue(Mapping mapping, Queues.Counts counts, long dead) {
    return Json.object()
        .put("function", mapping.functionId())
        .put("queue", mapping.queue())
        .put("depth", counts.visible())
        .put("inFlight", counts.inFlight())
        .put("delayed", counts.delayed())
        .put("dead", dead);
  }

  static ObjectNode deadLetter(Message message) {
    ObjectNode json =
        Json.object()
            .put("messageId", message.id())
            .put("event", message.attribute("event"))
            .put("eventId", message.eventId())
            .put("correlationId", message.attribute("correlationId"))
            .put("body", message.body());
    ObjectNode attributes = json.putObject("attributes");
    for (Map.Entry<String, JsonNode> entry :
        message.json().path("MessageAttributes").properties()) {
      attributes.put(entry.getKey(), message.attribute(entry.getKey()));
    }
    JsonNode system = message.json().path("Attributes");
    return json.put("sentAtMillis", system.path("SentTimestamp").asLong())
        .put("receives", system.path("ApproximateReceiveCount").asInt());
  }
}
