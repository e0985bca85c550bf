package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.WithMail;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Asks for a letter. Nobody looks here whether anybody has the address, so that nobody can tell.
@Singleton
final class RequestLetter {

  private final WithMail mail;
  private final Attempts attempts;
  private final InstantSource clock;

  RequestLetter(WithMail mail, Attempts attempts, InstantSource clock) {
    this.mail = mail;
    this.attempts = attempts;
    this.clock = clock;
  }

  /// How long to wait, if this address was written to too often.
  Optional<Duration> request(MailKind kind, Email to) {
    String account = kind.text() + " " + to.address().toLowerCase(Locale.ROOT);
    Optional<Duration> wait = attempts.admit(Limit.LETTERS, account, clock.instant());
    return wait.isPresent()
        ? wait
        : mail.run(
            requests -> {
              requests.add(kind, to);
              return Optional.empty();
            });
  }
}
