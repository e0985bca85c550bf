package com.aiqleads.lambda;

/// What became of one event of a batch.
public sealed interface Outcome {

  /// Done, and this many events said.
  record Handled(int published) implements Outcome {}

  /// Was done before; nothing happened now.
  record Repeated() implements Outcome {}

  /// Not now, or never: a [PermanentFailure], a value that cannot be (`IllegalArgumentException`),
  /// and what the stack cannot hold are the same at every repeat.
  record Failed(Throwable cause) implements Outcome {}
}
