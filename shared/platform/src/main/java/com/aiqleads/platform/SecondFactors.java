package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.util.List;
import java.util.Optional;

/// The second factors of people: secrets are encrypted at rest, recovery codes are digests.
public interface SecondFactors {

  SecondFactor of(UserId user);

  /// Replaces what was offered before. What is enrolled stays so until another takes its place.
  void offer(UserId user, TotpSecret secret);

  /// What was offered and is not enrolled.
  Optional<TotpSecret> offered(UserId user);

  /// Enrols with this secret, whose code of this step the person has shown in this session. It
  /// takes the place of what was enrolled or offered, and its recovery codes of those before.
  void enrol(UserId user, TotpSecret secret, long step, List<RecoveryCode> codes, FamilyId session);

  /// Other recovery codes for somebody who is enrolled; those before are good no more.
  void replaceCodes(UserId user, List<RecoveryCode> codes);

  /// True for one caller only: a code that was seen on its way is good for nothing.
  boolean use(UserId user, long step);

  /// True for one caller only.
  boolean use(UserId user, RecoveryCode code);

  /// Forgets the factor and its recovery codes.
  void remove(UserId user);
}
