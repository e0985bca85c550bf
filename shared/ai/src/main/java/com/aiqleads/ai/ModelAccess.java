package com.aiqleads.ai;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a model is and who asks it. Secret: its text form says only where.
record ModelAccess(URI service, String key, String model) {

  /// As an operator writes it into the secret; it is made with random content.
  @Serdeable
  record Written(@Nullable String url, @Nullable String key, @Nullable String model) {}

  ModelAccess {
    String scheme = service.getScheme();
    boolean local = "127.0.0.1".equals(service.getHost());
    if (!"https".equals(scheme) && !("http".equals(scheme) && local)) {
      throw new IllegalArgumentException("a language model is asked by https only");
    }
  }

  /// Empty as long as nobody has filled it in.
  static Optional<ModelAccess> read(String secret, ObjectMapper json) {
    if (!secret.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    Written written = parsed(secret, json);
    if (written.url == null || written.model == null) {
      throw new IllegalStateException("the secret language-model needs a url and a model");
    }
    String key = written.key == null ? "" : written.key;
    return Optional.of(new ModelAccess(URI.create(written.url), key, written.model));
  }

  private static Written parsed(String secret, ObjectMapper json) {
    try {
      return json.readValue(secret, Written.class);
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new IllegalStateException("the secret language-model cannot be read");
    }
  }

  URI completions() {
    return URI.create(service.toString().replaceFirst("/$", "") + "/chat/completions");
  }

  @Override
  public String toString() {
    return model + " at " + service.getHost();
  }
}
