package com.aiqleads.lambda;

import java.util.Map;
import java.util.Objects;

/// Secrets that never change, by their names.
public record FixedSecrets(Map<String, String> texts) implements Secrets {

  @Override
  public String text(String name) {
    return Objects.requireNonNull(texts.get(name), name);
  }

  @Override
  public String fresh(String name) {
    return text(name);
  }
}
