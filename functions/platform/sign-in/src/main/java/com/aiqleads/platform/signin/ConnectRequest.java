package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordRules;
import com.aiqleads.platform.RandomSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"challenge", "password"})
record ConnectRequest(
    @Nullable String challenge,
    @Schema(format = "password", maxLength = PasswordRules.MAX_LENGTH) @Nullable String password) {

  record Checked(RandomSecret challenge, Password password) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<RandomSecret> secret =
        fields.require(
            "challenge", challenge, RandomSecret::new, "must be the challenge of a sign-in");
    Optional<Password> shown =
        fields.require("password", password, PasswordRules::bounded, SessionRequest.BOUND);
    fields.throwIfAnyIsWrong();
    return new Checked(secret.orElseThrow(), shown.orElseThrow());
  }

  @Override
  public String toString() {
    return "ConnectRequest[***]";
  }
}
