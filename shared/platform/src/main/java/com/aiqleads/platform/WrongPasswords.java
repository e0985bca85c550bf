package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Counts the wrong passwords that are shown for an account, wherever one can be shown. Before the
/// work, so that of many at once not each is the last one allowed; whoever was right is uncounted.
public final class WrongPasswords {

  private final Attempts attempts;

  public WrongPasswords(Attempts attempts) {
    this.attempts = attempts;
  }

  /// How long to wait, if there were too many. What is refused for its network does not count for
  /// the account: one network alone shuts it for nobody else.
  public Optional<Duration> admit(Email email, Network from, Instant now) {
    return attempts
        .admit(Limit.WRONG_PASSWORDS, guesser(email, from), now)
        .or(() -> attempts.admit(Limit.WRONG_PASSWORDS_OF_ALL, account(email), now));
  }

  /// The password was right.
  public void giveBack(Email email, Network from, Instant now) {
    attempts.giveBack(Limit.WRONG_PASSWORDS, guesser(email, from), now);
    attempts.giveBack(Limit.WRONG_PASSWORDS_OF_ALL, account(email), now);
  }

  private static String guesser(Email email, Network from) {
    return account(email) + " " + from.address();
  }

  private static String account(Email email) {
    return email.address().toLowerCase(Locale.ROOT);
  }
}
