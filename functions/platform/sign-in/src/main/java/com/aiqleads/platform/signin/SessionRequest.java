package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordRules;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"email", "password"})
record SessionRequest(
    @Schema(format = "email", maxLength = 254) @Nullable String email,
    @Schema(format = "password", maxLength = PasswordRules.MAX_LENGTH) @Nullable String password) {

  static final String BOUND = "must have at most " + PasswordRules.MAX_LENGTH + " characters";

  record Checked(Email email, Password password) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<Email> address = fields.require("email", email, Email::new, "must be a mail address");
    Optional<Password> secret = fields.require("password", password, PasswordRules::bounded, BOUND);
    fields.throwIfAnyIsWrong();
    return new Checked(address.orElseThrow(), secret.orElseThrow());
  }

  @Override
  public String toString() {
    return "SessionRequest[***]";
  }
}
