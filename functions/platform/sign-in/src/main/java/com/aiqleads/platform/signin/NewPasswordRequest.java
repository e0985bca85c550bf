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
@Schema(requiredProperties = {"token", "newPassword"})
record NewPasswordRequest(
    @Schema(description = "From the letter") @Nullable String token,
    @Schema(
            format = "password",
            minLength = PasswordRules.MIN_LENGTH,
            maxLength = PasswordRules.MAX_LENGTH)
        @Nullable String newPassword) {

  record Checked(RandomSecret secret, Password next) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<RandomSecret> secret =
        fields.require("token", token, RandomSecret::new, "must be the token of a letter");
    Optional<Password> next = fields.require("newPassword", newPassword, Password::new, "");
    fields.throwIfAnyIsWrong();
    return new Checked(secret.orElseThrow(), next.orElseThrow());
  }

  @Override
  public String toString() {
    return "NewPasswordRequest[***]";
  }
}
