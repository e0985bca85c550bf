package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.ApiKeySecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "apiKey")
record TokenRequest(@Nullable String apiKey) {

  ApiKeySecret checked() {
    Fields fields = new Fields();
    Optional<ApiKeySecret> key =
        fields.require("apiKey", apiKey, ApiKeySecret::parse, "must be an API key");
    fields.throwIfAnyIsWrong();
    return key.orElseThrow();
  }

  @Override
  public String toString() {
    return "TokenRequest[***]";
  }
}
