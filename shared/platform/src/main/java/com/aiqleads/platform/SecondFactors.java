package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.util.List;

/// The second factors of people: secrets are encrypted at rest, recovery codes are digests.
public interface SecondFactors {

  SecondFactor of(UserId user);

  /// Replaces what was offered before; false, and nothing changed, if the person is enrolled.
  boolean offer(UserId user, TotpSecret secret);

  /// Enrols with what was offered, whose code of this step the person has shown in this session,
  /// and replaces the recovery codes. False, and nothing changed, if nothing is offered.
  boolean enrol(UserId user, long step, List<RecoveryCode> codes, FamilyId session);

  /// True for one caller only: a code that was seen on its way is good for nothing.
  boolean use(UserId user, long step);

  /// True for one caller only.
  boolean use(UserId user, RecoveryCode code);

  /// Forgets the factor and its recovery codes.
  void remove(UserId user);
}
