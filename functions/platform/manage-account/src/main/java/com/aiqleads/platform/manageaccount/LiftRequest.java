package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "email")
record LiftRequest(
    @Schema(format = "email", maxLength = 254, description = "Of the person")
        @Nullable String email) {

  Email checked() {
    Fields fields = new Fields();
    Optional<Email> address = fields.require("email", email, Email::new, "must be a mail address");
    fields.throwIfAnyIsWrong();
    return address.orElseThrow();
  }

  @Override
  public String toString() {
    return "LiftRequest[***]";
  }
}
