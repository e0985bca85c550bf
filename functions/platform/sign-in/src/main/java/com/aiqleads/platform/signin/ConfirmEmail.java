package com.aiqleads.platform.signin;

import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SessionOwner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Whoever has the secret of a letter has read that letter; and whoever is signed in to the account
/// knows its password. One without the other confirms nothing: a stranger may have registered with
/// the address, and whoever reads its mail must not make that account good.
@Singleton
final class ConfirmEmail {

  private final MailTokens tokens;
  private final Members members;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  ConfirmEmail(
      MailTokens tokens,
      Members members,
      AuditTrail trail,
      AllOrNothing together,
      InstantSource clock) {
    this.tokens = tokens;
    this.members = members;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  /// False if the secret is not, or no longer, good, or was written to another account.
  boolean confirm(SessionOwner who, RandomSecret secret) {
    Instant now = clock.instant();
    return together.run(
        () -> {
          boolean isTheirs = tokens.use(secret, MailKind.CONFIRM_EMAIL, who.user(), now);
          if (isTheirs) {
            members.confirmEmail(who.user(), now);
            trail.add(AuditEntry.of(who, Act.EMAIL_CONFIRMED, "", now));
          }
          return isTheirs;
        });
  }
}
