package com.aiqleads.manifest;

/// What things are called in AWS, by convention: nobody writes these names down.
public record AwsNames(String stage) {

  public String function(FunctionId id) {
    return "aiqleads-" + stage + "-" + id.text();
  }

  /// The queue of an event-triggered function.
  public String queue(FunctionManifest function) {
    return function(function.id()) + suffix(function);
  }

  public String deadLetters(FunctionManifest function) {
    return function(function.id()) + "-dead" + suffix(function);
  }

  public String schedule(FunctionId id) {
    return function(id);
  }

  public String table(Resource table) {
    return dashed(table);
  }

  public String bucket(Resource bucket) {
    return dashed(bucket);
  }

  public String secret(Resource secret) {
    return "aiqleads/" + stage + "/" + secret.text();
  }

  /// The JSON with which the functions of a context sign in to its database schema.
  public String databaseSecret(String context) {
    return secret(new Resource(context, "database"));
  }

  /// The JSON of the one role that may make roles and schemas.
  public String databaseAdminSecret() {
    return secret(new Resource("platform", "database-admin"));
  }

  public String keyAlias(Resource key) {
    return "alias/" + dashed(key);
  }

  private String dashed(Resource resource) {
    return "aiqleads-" + stage + "-" + resource.context() + "-" + resource.name();
  }

  private static String suffix(FunctionManifest function) {
    return function.ordering() instanceof Ordering.By ? ".fifo" : "";
  }
}
