package com.aiqleads.platform.signin;

import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.RandomSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;

@Serdeable
record ChallengeView(
    @Schema(
            description =
                "For `POST /sessions/second-factor` with a code, or `POST"
                    + " /sessions/provider/password` with a password, as `owed` says")
        String challenge,
    @Schema(
            description = "What is still owed",
            allowableValues = {"code", "password"})
        String owed,
    @Schema(description = "Seconds from now") long expiresIn) {

  /// What is missing of a sign-in.
  enum Owed {
    CODE("code", Challenges.LIFETIME),
    PASSWORD("password", PendingLinks.LIFETIME);

    private final String text;
    private final Duration lifetime;

    Owed(String text, Duration lifetime) {
      this.text = text;
      this.lifetime = lifetime;
    }
  }

  static ChallengeView of(RandomSecret challenge, Owed owed) {
    return new ChallengeView(challenge.value(), owed.text, owed.lifetime.toSeconds());
  }

  @Override
  public String toString() {
    return "ChallengeView[***]";
  }
}
