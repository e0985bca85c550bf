package com.aiqleads.lambda;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.MDC;

/// The API key with whose token the request came that this thread handles; people have none. It is
/// kept where the log keeps its words: every line names it, and what an audit trail says of it is
/// never something else.
@Singleton
public final class ActingKey {

  private static final String LOGGED = "apiKey";

  /// Until the handling ends.
  public void begin(String id) {
    MDC.put(LOGGED, id);
  }

  public Optional<String> id() {
    return Optional.ofNullable(MDC.get(LOGGED));
  }

  public void end() {
    MDC.remove(LOGGED);
  }
}
