package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.signin.Admission.Admitted;
import com.aiqleads.platform.signin.CheckPassword.Right;
import com.aiqleads.platform.signin.CheckPassword.Wrong;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// By mail address and password.
@Singleton
final class SignIn {

  sealed interface Outcome permits Admitted, WrongCredentials, TooOften {}

  record WrongCredentials() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  private final CheckPassword checkPassword;
  private final Admission admission;
  private final InstantSource clock;

  SignIn(CheckPassword checkPassword, Admission admission, InstantSource clock) {
    this.checkPassword = checkPassword;
    this.admission = admission;
    this.clock = clock;
  }

  Outcome signIn(Email email, Password password, Network from, Device device) {
    Instant now = clock.instant();
    return switch (checkPassword.check(email, password, from, now)) {
      case Right right -> admission.admit(right.member(), right.generation(), now, device);
      case Wrong _ -> new WrongCredentials();
      case CheckPassword.TooOften tooOften -> new TooOften(tooOften.retryAfter());
    };
  }
}
