package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordRules;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"oldPassword", "newPassword"})
record PasswordRequest(
    @Schema(format = "password", maxLength = PasswordRules.MAX_LENGTH) @Nullable String oldPassword,
    @Schema(
            format = "password",
            minLength = PasswordRules.MIN_LENGTH,
            maxLength = PasswordRules.MAX_LENGTH)
        @Nullable String newPassword) {

  record Checked(Password old, Password next) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<Password> old =
        fields.require(
            "oldPassword",
            oldPassword,
            PasswordRules::bounded,
            "must have at most " + PasswordRules.MAX_LENGTH + " characters");
    Optional<Password> next = fields.require("newPassword", newPassword, Password::new, "");
    fields.throwIfAnyIsWrong();
    return new Checked(old.orElseThrow(), next.orElseThrow());
  }

  @Override
  public String toString() {
    return "PasswordRequest[***]";
  }
}
