package com.aiqleads.platform.signin;

import com.aiqleads.platform.AccessClaims;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Serdeable
record SessionView(
    @Schema(description = "A JWT for the header `Authorization: Bearer …`") String accessToken,
    @Schema(example = "Bearer") String tokenType,
    @Schema(description = "Seconds from now") long expiresIn,
    Instant expiresAt,
    @Schema(description = "Good for one refresh; used twice, it ends the session")
        String refreshToken,
    @Schema(
            description =
                "Whether the roles of the person need a second factor that is not there yet: until it"
                    + " is, the session reaches the own account only")
        boolean mustEnrol) {

  static SessionView of(Session session) {
    return new SessionView(
        session.access().value(),
        "Bearer",
        AccessClaims.LIFETIME.toSeconds(),
        session.access().expiresAt(),
        session.refresh().text(),
        session.mustEnrol());
  }

  @Override
  public String toString() {
    return "SessionView[***]";
  }
}
