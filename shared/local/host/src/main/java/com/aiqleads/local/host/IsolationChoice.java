package com.aiqleads.local.host;

import com.aiqleads.local.host.function.InProcessIsolation;
import com.aiqleads.local.host.function.Isolation;
import com.aiqleads.local.host.function.ProcessIsolation;
import java.util.Optional;

/// Which isolation `-Dlocal.isolation` asks for.
enum IsolationChoice {
  IN_PROCESS("in-process"),
  PROCESS("process"),
  CACHED_PROCESS("cached-process");

  private final String text;

  IsolationChoice(String text) {
    this.text = text;
  }

  /// @throws StartRefused for a name that is none, or one that this computer cannot have
  static IsolationChoice of(String text) {
    return switch (text) {
      case "", "in-process" -> IN_PROCESS;
      case "process" -> PROCESS.ifPossible();
      case "cached-process" -> CACHED_PROCESS.ifPossible();
      default ->
          throw new StartRefused(
              "-D%s=%s is unknown: there are %s, %s and %s"
                  .formatted(
                      LocalOptions.ISOLATION,
                      text,
                      IN_PROCESS.text,
                      PROCESS.text,
                      CACHED_PROCESS.text));
    };
  }

  private IsolationChoice ifPossible() {
    ProcessIsolation.refusal()
        .ifPresent(
            why -> {
              throw new StartRefused("-D%s=%s: %s".formatted(LocalOptions.ISOLATION, text, why));
            });
    return this;
  }

  Isolation open(LocalOptions options) {
    return switch (this) {
      case IN_PROCESS -> new InProcessIsolation();
      case PROCESS, CACHED_PROCESS ->
          new ProcessIsolation(
              options.repository().resolve("shared/local/runtime/target/service"),
              options.data().resolve("functions"),
              this == CACHED_PROCESS,
              Optional.of(options.debug()).filter(it -> !it.isBlank()));
    };
  }
}
