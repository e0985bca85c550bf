package com.aiqleads.lambda;

/// The names of AWS resources, derived and never written down: `aiqleads-<stage>-<context>-<name>`.
public record Names(String stage, String context) {

  private static final String PRODUCT = "aiqleads";

  public String table(String name) {
    return join(context, name);
  }

  public String bucket(String name) {
    return join(context, name);
  }

  public String secret(String name) {
    return String.join("/", PRODUCT, stage, context, name);
  }

  /// The queue of a function, which is known by context and name: `marketplace-price-lead`.
  public String queue(String functionId) {
    return join(functionId);
  }

  public String deadLetters(String functionId) {
    return join(functionId, "dead");
  }

  public String keyAlias(String name) {
    return "alias/" + join(context, name);
  }

  /// The names of what another context owns.
  public Names of(String otherContext) {
    return new Names(stage, otherContext);
  }

  private String join(String... parts) {
    return PRODUCT + "-" + stage + "-" + String.join("-", parts);
  }
}
