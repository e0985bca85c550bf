package com.aiqleads.lambda.database;

/// Knows the secret of this function's role.
public interface DatabaseSecrets {

  DatabaseSecret current();

  /// Asks again: after a refusal that a rotation explains.
  DatabaseSecret fresh();
}
