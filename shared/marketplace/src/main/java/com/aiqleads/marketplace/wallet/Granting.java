package com.aiqleads.marketplace.wallet;

/// What became of a grant.
public enum Granting {
  GRANTED,
  /// The same grant came before: nothing has changed.
  GRANTED_BEFORE,
  /// Its id is of another transfer: nothing has changed.
  ID_REUSED
}
