package com.aiqleads.local.services;

import java.util.List;
import java.util.Locale;

/// The embedded services, each with the smallest JVM it works well in (docs/local.md).
public enum Service {
  POSTGRES("postgres.PostgresMain", "-Xmx24m -XX:TieredStopAtLevel=1"),
  DYNAMODB("dynamodb.DynamoMain", "-Xmx128m -XX:TieredStopAtLevel=1"),
  ELASTICMQ("elasticmq.QueueMain", "-Xms64m -Xmx512m -Dlogback.configurationFile=log.xml"),
  S3("s3.ObjectMain", "-Xmx192m -Dlogback.configurationFile=log.xml -XX:TieredStopAtLevel=1"),
  OPENSEARCH("opensearch.SearchMain", "-Xmx512m");

  private final String mainClass;
  private final String jvmOptions;

  Service(String mainClass, String jvmOptions) {
    this.mainClass = "com.aiqleads.local." + mainClass;
    this.jvmOptions = jvmOptions;
  }

  /// The folder in shared/local, in the data directory and in messages.
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A jar of DynamoDB Local names its own folder as a class path, which an AOT cache cannot have.
  boolean hasAotCache() {
    return this != DYNAMODB;
  }

  /// ElasticMQ answers before it has restored its queues; our main says when it has.
  String readyLine() {
    return this == ELASTICMQ ? "queues restored" : "";
  }

  String mainClass() {
    return mainClass;
  }

  List<String> jvmOptions() {
    return List.of(jvmOptions.split(" "));
  }
}
