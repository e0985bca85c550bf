package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Queues;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// An event source mapping as Lambda's API describes it.
final class MappingJson {

  private MappingJson() {}

  static ObjectNode of(Mapping mapping, DeployedFunction function) {
    ObjectNode json =
        Json.object()
            .put("UUID", UUID.nameUUIDFromBytes(utf8(mapping.queue())).toString())
            .put("BatchSize", mapping.batchSize())
            .put("MaximumBatchingWindowInSeconds", mapping.window().toSeconds())
            .put("EventSourceArn", Queues.arn(mapping.queue()))
            .put("FunctionArn", function.arn())
            .put("State", "Enabled");
    json.putObject("ScalingConfig").put("MaximumConcurrency", mapping.concurrency());
    json.putArray("FunctionResponseTypes").add("ReportBatchItemFailures");
    return json;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
