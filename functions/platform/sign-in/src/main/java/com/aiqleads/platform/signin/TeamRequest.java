package com.aiqleads.platform.signin;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.RefreshToken;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"team", "refreshToken"})
record TeamRequest(@Nullable String team, @Nullable String refreshToken) {

  record Checked(TeamId team, RefreshToken token) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<TeamId> chosen = fields.require("team", team, TeamId::parse, "must be a team");
    Optional<RefreshToken> token =
        fields.require(
            "refreshToken", refreshToken, RefreshToken::parse, "must be a refresh token");
    fields.throwIfAnyIsWrong();
    return new Checked(chosen.orElseThrow(), token.orElseThrow());
  }

  @Override
  public String toString() {
    return "TeamRequest[***]";
  }
}
