package com.aiqleads.marketplace.returns;

/// How far a return is.
public enum ReturnState {
  /// A person has to look.
  WAITING,
  CREDITED,
  REFUSED,
  /// The buyer does not believe it; a person has to look, for the last time.
  APPEALED
}
