package com.aiqleads.manifest;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One `context.yaml`: what the context owns, each thing defined once.
///
/// @param database the schema and the role, null for a context without tables of its own
/// @param indices search index to the sentence that says what it holds
/// @param browserOrigins stage to the origins whose scripts may call the HTTP API from browsers
public record ContextManifest(
    String name,
    String purpose,
    @Nullable String database,
    Map<String, Table> tables,
    Map<String, Bucket> buckets,
    Map<String, Secret> secrets,
    Map<String, Key> keys,
    Map<String, String> indices,
    Map<String, List<String>> browserOrigins,
    Origin origin) {

  public ContextManifest {
    tables = sorted(tables);
    buckets = sorted(buckets);
    secrets = sorted(secrets);
    keys = sorted(keys);
    indices = sorted(indices);
    browserOrigins = sorted(browserOrigins);
  }

  /// A DynamoDB table; keys are strings, `ttl` is a number of epoch seconds.
  public record Table(String key, @Nullable String sort, @Nullable String ttl) {}

  /// Its objects expire after this time, or never if null.
  public record Bucket(@Nullable Duration expiresAfter) {}

  /// So many random bytes, kept as base64.
  public record Secret(int bytes) {}

  /// A KMS key by KMS's own words.
  public record Key(String type, String usage) {}

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
