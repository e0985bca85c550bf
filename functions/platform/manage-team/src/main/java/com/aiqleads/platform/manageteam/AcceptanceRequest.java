package com.aiqleads.platform.manageteam;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.RandomSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "token")
record AcceptanceRequest(@Schema(description = "From the letter") @Nullable String token) {

  RandomSecret checked() {
    Fields fields = new Fields();
    Optional<RandomSecret> secret =
        fields.require("token", token, RandomSecret::new, "must be the token of a letter");
    fields.throwIfAnyIsWrong();
    return secret.orElseThrow();
  }

  @Override
  public String toString() {
    return "AcceptanceRequest[***]";
  }
}
