package com.aiqleads.platform;

/// What a program holds: the key's id and a secret. Shown once, when it is made or rotated.
public record ApiKeySecret(ApiKeyId id, RandomSecret secret) {

  public static ApiKeySecret next(ApiKeyId id) {
    return new ApiKeySecret(id, RandomSecret.next());
  }

  public static ApiKeySecret parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("not an API key");
    }
    return new ApiKeySecret(
        ApiKeyId.parse(text.substring(0, dot)), new RandomSecret(text.substring(dot + 1)));
  }

  public String text() {
    return id.text() + "." + secret.value();
  }

  @Override
  public String toString() {
    return id + ".***";
  }
}
