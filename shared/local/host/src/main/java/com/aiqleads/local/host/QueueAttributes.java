package com.aiqleads.local.host;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.queue.Queues;
import com.aiqleads.manifest.QueueSettings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The settings of queues in SQS's words.
final class QueueAttributes {

  private QueueAttributes() {}

  static Map<String, String> of(QueueSettings queue) {
    Map<String, String> attributes = basics(queue);
    attributes.put("VisibilityTimeout", String.valueOf(queue.visibility().toSeconds()));
    attributes.put("MessageRetentionPeriod", String.valueOf(queue.retention().toSeconds()));
    attributes.put("RedrivePolicy", redrivePolicy(queue));
    return attributes;
  }

  static Map<String, String> ofDeadLetters(QueueSettings queue) {
    Map<String, String> attributes = basics(queue);
    attributes.put(
        "MessageRetentionPeriod", String.valueOf(queue.deadLetterRetention().toSeconds()));
    return attributes;
  }

  private static Map<String, String> basics(QueueSettings queue) {
    Map<String, String> attributes = new HashMap<>();
    if (queue.fifo()) {
      attributes.put("FifoQueue", "true");
    }
    return attributes;
  }

  private static String redrivePolicy(QueueSettings queue) {
    byte[] policy =
        Json.bytes(
            Json.object()
                .put("deadLetterTargetArn", Queues.arn(queue.deadLetters()))
                .put("maxReceiveCount", queue.maxReceiveCount()));
    return new String(policy, StandardCharsets.UTF_8);
  }
}
