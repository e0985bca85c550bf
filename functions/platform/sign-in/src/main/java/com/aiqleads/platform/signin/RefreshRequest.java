package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.RefreshToken;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "refreshToken")
record RefreshRequest(@Nullable String refreshToken) {

  RefreshToken checked() {
    Fields fields = new Fields();
    Optional<RefreshToken> token =
        fields.require(
            "refreshToken", refreshToken, RefreshToken::parse, "must be a refresh token");
    fields.throwIfAnyIsWrong();
    return token.orElseThrow();
  }

  @Override
  public String toString() {
    return "RefreshRequest[***]";
  }
}
