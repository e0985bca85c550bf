package com.aiqleads.platform.signin;

import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.signin.ExchangeKey.Exchanged;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Serdeable
record TokenView(
    @Schema(description = "A JWT for the header `Authorization: Bearer …`") String accessToken,
    @Schema(example = "Bearer") String tokenType,
    @Schema(description = "Seconds from now") long expiresIn,
    Instant expiresAt,
    List<String> scopes) {

  static TokenView of(Exchanged exchanged) {
    return new TokenView(
        exchanged.access().value(),
        "Bearer",
        AccessClaims.LIFETIME.toSeconds(),
        exchanged.access().expiresAt(),
        exchanged.scopes().stream().map(Scope::text).sorted().toList());
  }

  @Override
  public String toString() {
    return "TokenView[***]";
  }
}
