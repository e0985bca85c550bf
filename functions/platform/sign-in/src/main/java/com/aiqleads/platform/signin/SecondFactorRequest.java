package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.RandomSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"challenge", "code"})
record SecondFactorRequest(
    @Nullable String challenge,
    @Schema(description = "Of the authenticator app, or a recovery code", maxLength = 32)
        @Nullable String code) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9 -]{1,32}");

  record Checked(RandomSecret challenge, String code) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<RandomSecret> secret =
        fields.require(
            "challenge", challenge, RandomSecret::new, "must be the challenge of a sign-in");
    Optional<String> answer =
        fields.require(
            "code",
            code,
            SecondFactorRequest::spelled,
            "must be a code of the app or for recovery");
    fields.throwIfAnyIsWrong();
    return new Checked(secret.orElseThrow(), answer.orElseThrow());
  }

  private static String spelled(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new IllegalArgumentException("no code");
    }
    return text.replace(" ", "");
  }

  @Override
  public String toString() {
    return "SecondFactorRequest[***]";
  }
}
