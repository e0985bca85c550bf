package com.aiqleads.marketplace.returns;

/// What is known about the reason that a buyer gives.
public enum Verdict {
  /// What we keep ourselves shows it.
  PROVEN,
  /// What the buyer says fits, and only the buyer says it.
  PLAUSIBLE,
  /// Nothing is known about it.
  OPEN,
  /// What we keep says otherwise.
  REFUTED,
  /// Somebody has looked.
  JUDGED
}
