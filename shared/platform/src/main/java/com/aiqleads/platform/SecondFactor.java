package com.aiqleads.platform;

import java.util.Optional;

/// Whether a person has an authenticator app that we know of.
public sealed interface SecondFactor {

  record None() implements SecondFactor {}

  /// Shown to the person, who has not yet proved to have it in an app.
  record Offered(TotpSecret secret) implements SecondFactor {}

  /// Shown once, asked for at every sign-in.
  ///
  /// @param lastStep whose code was used last; none before it is good any more
  /// @param session that showed the first code, if it is known
  record Enrolled(
      TotpSecret secret, long lastStep, int recoveryCodesLeft, Optional<FamilyId> session)
      implements SecondFactor {}
}
