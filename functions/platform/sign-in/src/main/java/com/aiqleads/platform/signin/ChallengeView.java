package com.aiqleads.platform.signin;

import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.RandomSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

@Serdeable
record ChallengeView(
    @Schema(description = "For `POST /sessions/second-factor`, with a code") String challenge,
    @Schema(description = "Seconds from now") long expiresIn) {

  static ChallengeView of(RandomSecret challenge) {
    return new ChallengeView(challenge.value(), Challenges.LIFETIME.toSeconds());
  }

  @Override
  public String toString() {
    return "ChallengeView[***]";
  }
}
