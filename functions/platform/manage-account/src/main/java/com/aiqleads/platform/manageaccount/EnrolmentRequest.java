package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "code")
record EnrolmentRequest(
    @Schema(pattern = "[0-9]{6}", description = "What the new authenticator app shows now")
        @Nullable String code,
    @Schema(
            description =
                "If there is a second factor already: what its app shows now, or a recovery code")
        @Nullable String oldCode) {

  /// The codes of the new app and of the one before.
  record Checked(String code, Optional<String> before) {}

  Checked checked() {
    Fields fields = new Fields();
    Optional<String> fresh = CodeRequest.ofApp("code", code, fields);
    Optional<String> before =
        oldCode == null ? Optional.empty() : CodeRequest.any("oldCode", oldCode, fields);
    fields.throwIfAnyIsWrong();
    return new Checked(fresh.orElseThrow(), before);
  }

  @Override
  public String toString() {
    return "EnrolmentRequest[***]";
  }
}
