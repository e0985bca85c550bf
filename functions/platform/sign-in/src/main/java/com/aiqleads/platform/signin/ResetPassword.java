package com.aiqleads.platform.signin;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordFault;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.PasswordRules;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.Team;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// A new password for whoever has the secret of a letter. It ends every session and every API key,
/// and confirms the address that the letter went to.
@Singleton
final class ResetPassword {

  sealed interface Outcome {}

  record Reset() implements Outcome {}

  record NoGood() implements Outcome {}

  record Weak(Set<PasswordFault> faults) implements Outcome {}

  /// Undoes the transaction, so that the link stays good for a better password.
  private static final class TooWeak extends RuntimeException {
    private final Weak weak;

    TooWeak(Weak weak) {
      super("too weak", null, false, false);
      this.weak = weak;
    }
  }

  private final MailTokens tokens;
  private final Members members;
  private final ApiKeys keys;
  private final SecondFactors factors;
  private final Passwords passwords;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  ResetPassword(
      MailTokens tokens,
      Members members,
      ApiKeys keys,
      SecondFactors factors,
      Passwords passwords,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.tokens = tokens;
    this.members = members;
    this.keys = keys;
    this.factors = factors;
    this.passwords = passwords;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  Outcome reset(RandomSecret secret, Password next) {
    Instant now = clock.instant();
    if (!tokens.isGood(secret, MailKind.RESET_PASSWORD, now)) {
      return new NoGood();
    }
    // Before the transaction: it takes long, and others may wait for the person's row.
    PasswordHash hash = passwords.hash(next);
    try {
      return together.run(
          () ->
              tokens
                  .use(secret, MailKind.RESET_PASSWORD, now)
                  .flatMap(members::of)
                  .map(member -> reset(member, next, hash, now))
                  .orElseGet(NoGood::new));
    } catch (TooWeak e) {
      return e.weak;
    }
  }

  private Outcome reset(Membership member, Password next, PasswordHash hash, Instant now) {
    Set<PasswordFault> faults = PasswordRules.faults(next, Optional.of(member.user().email()));
    if (!faults.isEmpty()) {
      throw new TooWeak(new Weak(faults));
    }
    members.setPassword(member.user().id(), hash, Optional.empty());
    members.confirmEmail(member.user().id(), now);
    trail.add(AuditEntry.of(member.owner(), Act.PASSWORD_RESET, "", now));
    revokeKeys(member.user().id(), now);
    if (member.user().confirmation() instanceof Unconfirmed) {
      removeFactor(member.owner(), now);
    }
    return new Reset();
  }

  /// Whoever knew the old password may have made some, to outlive it.
  private void revokeKeys(UserId user, Instant now) {
    for (Team team : members.teamsOf(user)) {
      for (ApiKeyId key : keys.revokeAll(team.id(), user, now)) {
        trail.add(AuditEntry.of(team.id(), user, Act.API_KEY_REVOKED, key.text(), now));
      }
    }
  }

  /// Nobody had shown that the address was theirs: it may have been a stranger who registered with
  /// it, and whose app would now keep its owner out.
  private void removeFactor(SessionOwner who, Instant now) {
    boolean wasEnrolled = factors.of(who.user()) instanceof Enrolled;
    factors.remove(who.user());
    if (wasEnrolled) {
      trail.add(AuditEntry.of(who, Act.SECOND_FACTOR_REMOVED, "", now));
    }
  }
}
