package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Invokes the functions that a bucket triggers. Sees what is put through the endpoint, which is
/// where functions put their objects as soon as any bucket triggers one.
public final class BucketNotifications implements ObjectWatcher {

  private final Map<String, List<String>> functionsByBucket;
  private final AsyncInvocations invocations;
  private final InstantSource clock;

  public BucketNotifications(
      Map<String, List<String>> functionsByBucket,
      AsyncInvocations invocations,
      InstantSource clock) {
    this.functionsByBucket = Map.copyOf(functionsByBucket);
    this.invocations = invocations;
    this.clock = clock;
  }

  @Override
  public void put(String bucket, String key, long bytes, String etag) {
    for (String function : functionsByBucket.getOrDefault(bucket, List.of())) {
      invocations.submit(function, Json.bytes(event(bucket, key, bytes, etag)));
    }
  }

  private ObjectNode event(String bucket, String key, long bytes, String etag) {
    ObjectNode event = Json.object();
    ObjectNode record =
        event
            .putArray("Records")
            .addObject()
            .put("eventVersion", "2.1")
            .put("eventSource", "aws:s3")
            .put("awsRegion", "us-east-1")
            .put("eventTime", clock.instant().toString())
            .put("eventName", "ObjectCreated:Put");
    ObjectNode object = record.putObject("s3").put("s3SchemaVersion", "1.0");
    object.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
    object
        .putObject("object")
        .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
        .put("size", bytes)
        .put("eTag", etag);
    return event;
  }
}
