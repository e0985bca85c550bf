package com.aiqleads.lambda;

/// What became of one event of a batch.
public sealed interface Outcome {

  /// Done, and this many events said.
  record Handled(int published) implements Outcome {}

  /// Was done before; nothing happened now.
  record Repeated() implements Outcome {}

  /// Not now, or, for a [PermanentFailure], never.
  record Failed(Throwable cause) implements Outcome {}
}
