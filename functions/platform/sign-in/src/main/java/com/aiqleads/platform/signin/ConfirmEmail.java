package com.aiqleads.platform.signin;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RandomSecret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whoever has the secret of a letter has read that letter.
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

  /// False if the secret is not, or no longer, good.
  boolean confirm(RandomSecret secret) {
    Instant now = clock.instant();
    return together.run(
        () -> {
          Optional<UserId> user = tokens.use(secret, MailKind.CONFIRM_EMAIL, now);
          user.flatMap(members::of).ifPresent(member -> confirm(member, now));
          return user.isPresent();
        });
  }

  private void confirm(Membership member, Instant now) {
    members.confirmEmail(member.user().id(), now);
    trail.add(AuditEntry.of(member.owner(), Act.EMAIL_CONFIRMED, "", now));
  }
}
