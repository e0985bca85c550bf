package com.aiqleads.platform.manageteam;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"email", "roles"})
record InvitationRequest(
    @Schema(format = "email", maxLength = 254) @Nullable String email,
    @Schema(example = "[\"analyst\"]") @Nullable List<String> roles) {

  record Checked(Email email, Set<Role> roles) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<Email> address = fields.require("email", email, Email::new, "must be a mail address");
    Set<Role> offered = RolesRequest.read(roles, fields);
    fields.throwIfAnyIsWrong();
    return new Checked(address.orElseThrow(), offered);
  }

  @Override
  public String toString() {
    return "InvitationRequest[***]";
  }
}
