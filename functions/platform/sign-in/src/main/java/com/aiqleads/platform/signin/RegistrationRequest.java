package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordFault;
import com.aiqleads.platform.PasswordRules;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The team is new, too; without a name of its own it is called as the person is.
@Serdeable
@Schema(requiredProperties = {"email", "password", "name"})
record RegistrationRequest(
    @Schema(format = "email", maxLength = 254) @Nullable String email,
    @Schema(
            format = "password",
            minLength = PasswordRules.MIN_LENGTH,
            maxLength = PasswordRules.MAX_LENGTH)
        @Nullable String password,
    @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) @Nullable String name,
    @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) @Nullable String teamName) {

  Registration checked() {
    Fields fields = new Fields();
    Optional<Email> address = fields.require("email", email, Email::new, "must be a mail address");
    Optional<Password> secret = fields.require("password", password, Password::new, "");
    Optional<Name> person = fields.require("name", name, Name::chosen, Name.RULE);
    Optional<Name> team =
        teamName == null ? person : fields.require("teamName", teamName, Name::chosen, Name.RULE);
    secret.ifPresent(chosen -> refuseWeak(chosen, address, fields));
    fields.throwIfAnyIsWrong();
    return new Registration(
        address.orElseThrow(), secret.orElseThrow(), person.orElseThrow(), team.orElseThrow());
  }

  private static void refuseWeak(Password password, Optional<Email> address, Fields fields) {
    for (PasswordFault fault : PasswordRules.faults(password, address)) {
      fields.refuse("password", fault.sentence());
    }
  }

  @Override
  public String toString() {
    return "RegistrationRequest[***]";
  }
}
