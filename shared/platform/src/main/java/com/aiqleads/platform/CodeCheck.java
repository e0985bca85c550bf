package com.aiqleads.platform;

import com.aiqleads.platform.SecondFactor.Enrolled;
import java.time.Instant;
import java.util.OptionalLong;

/// Whether what somebody typed shows the second factor: a code that the app shows now, or a
/// recovery code. Either is used up. To be asked within a transaction, and after counting the
/// attempt.
public record CodeCheck(SecondFactors factors, AuditTrail trail) {

  public boolean shows(SessionOwner who, String typed, Instant now) {
    return factors.of(who.user()) instanceof Enrolled enrolled
        && (typed.length() == Totp.DIGITS
            ? isOfNow(who, enrolled, typed, now)
            : recovers(who, typed, now));
  }

  private boolean isOfNow(SessionOwner who, Enrolled enrolled, String code, Instant now) {
    OptionalLong step = Totp.match(enrolled.secret(), code, now);
    return step.isPresent() && factors.use(who.user(), step.getAsLong());
  }

  private boolean recovers(SessionOwner who, String typed, Instant now) {
    boolean used =
        RecoveryCode.find(typed).filter(code -> factors.use(who.user(), code)).isPresent();
    if (used) {
      trail.add(AuditEntry.of(who, Act.RECOVERY_CODE_USED, "", now));
    }
    return used;
  }
}
