package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Whether one more letter may be written. Whatever asks for letters asks here first: they go to
/// people who may not know us, in our name.
public final class LetterLimits {

  private final Attempts attempts;

  public LetterLimits(Attempts attempts) {
    this.attempts = attempts;
  }

  /// For a letter to whoever has this address. Who asks is not told: the letters before are still
  /// good.
  public boolean admits(MailKind kind, Email to, Instant now) {
    return attempts.admit(Limit.LETTERS, kind.text() + " " + mailbox(to), now).isEmpty();
  }

  /// For an invitation: how long to wait, if there were too many. What is refused for the team does
  /// not count for the address.
  public Optional<Duration> admitInvitation(TeamId team, Email to, Instant now) {
    return attempts
        .admit(Limit.INVITATIONS_OF_TEAM, team.text(), now)
        .or(() -> attempts.admit(Limit.INVITATIONS, mailbox(to), now));
  }

  private static String mailbox(Email to) {
    return to.address().toLowerCase(Locale.ROOT);
  }
}
