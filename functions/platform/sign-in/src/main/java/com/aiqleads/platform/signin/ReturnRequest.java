package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.RandomSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"provider", "state", "browser"})
record ReturnRequest(
    @Schema(maxLength = 32) @Nullable String provider,
    @Schema(description = "As the provider sent it") @Nullable String state,
    @Schema(description = "Of the departure") @Nullable String browser,
    @Schema(
            description = "As the provider sent it; without one it sent an error",
            format = "password",
            maxLength = 2048)
        @Nullable String code,
    @Schema(description = "As the provider sent it, if it did", maxLength = 255)
        @Nullable String iss) {

  private static final Pattern CODE = Pattern.compile("[ -~]{1,2048}");
  private static final Pattern ISSUER = Pattern.compile("https?://[!-~]{1,247}");

  ProviderReturn checked() {
    Fields fields = new Fields();
    Optional<ProviderId> id =
        fields.require("provider", provider, ProviderId::new, "must be the id of a provider");
    Optional<RandomSecret> known =
        fields.require("state", state, RandomSecret::new, "must be the state of a departure");
    Optional<RandomSecret> shown =
        fields.require("browser", browser, RandomSecret::new, "must be of a departure");
    Optional<String> given = text(fields, "code", code, CODE);
    Optional<String> from = text(fields, "iss", iss, ISSUER);
    fields.throwIfAnyIsWrong();
    return new ProviderReturn(
        id.orElseThrow(), known.orElseThrow(), shown.orElseThrow(), given, from);
  }

  private static Optional<String> text(
      Fields fields, String name, @Nullable String text, Pattern shape) {
    if (text != null && !shape.matcher(text).matches()) {
      fields.refuse(name, "must be as the provider sent it");
    }
    return Optional.ofNullable(text);
  }

  @Override
  public String toString() {
    return "ReturnRequest[***]";
  }
}
