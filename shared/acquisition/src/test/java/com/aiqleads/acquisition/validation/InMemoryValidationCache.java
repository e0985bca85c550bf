package com.aiqleads.acquisition.validation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Forgets nothing.
public final class InMemoryValidationCache implements ValidationCache {

  public final Map<String, String> answers = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(Kind kind, String subject) {
    return Optional.ofNullable(answers.get(kind.id() + " " + subject));
  }

  @Override
  public void keep(Kind kind, String subject, String answer, Duration howLong) {
    answers.put(kind.id() + " " + subject, answer);
  }
}
