package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Passwords;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// An unknown address and a wrong password cost the same and look the same.
@Singleton
final class SignIn {

  sealed interface Outcome {}

  record SignedIn(Session session) implements Outcome {}

  record WrongCredentials() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  private final Members members;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final InstantSource clock;

  SignIn(
      Members members,
      Passwords passwords,
      Attempts attempts,
      Sessions sessions,
      InstantSource clock) {
    this.members = members;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.clock = clock;
  }

  Outcome signIn(Email email, Password password) {
    Instant now = clock.instant();
    String account = email.address().toLowerCase(Locale.ROOT);
    if (attempts.add(Limit.WRONG_PASSWORDS, account, now) > Limit.WRONG_PASSWORDS.max()) {
      return new TooOften(Limit.WRONG_PASSWORDS.retryAfter(now));
    }
    Optional<Credentials> credentials = authenticated(email, password);
    credentials.ifPresent(_ -> attempts.giveBack(Limit.WRONG_PASSWORDS, account, now));
    return credentials
        .<Outcome>map(found -> new SignedIn(sessions.open(found.membership())))
        .orElseGet(WrongCredentials::new);
  }

  private Optional<Credentials> authenticated(Email email, Password password) {
    Optional<Credentials> credentials = members.withEmail(email);
    if (credentials.isEmpty()) {
      var _ = passwords.hash(password);
    }
    return credentials.filter(found -> passwords.matches(password, found.password()));
  }
}
