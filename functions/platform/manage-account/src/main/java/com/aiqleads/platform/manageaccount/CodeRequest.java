package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Totp;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "code")
record CodeRequest(
    @Schema(pattern = "[0-9]{6}", description = "What the authenticator app shows now")
        @Nullable String code) {

  private static final Pattern CODE = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");

  String checked() {
    Fields fields = new Fields();
    Optional<String> digits =
        fields.require("code", code, CodeRequest::digits, "must be " + Totp.DIGITS + " digits");
    fields.throwIfAnyIsWrong();
    return digits.orElseThrow();
  }

  private static String digits(String text) {
    String digits = text.replace(" ", "");
    if (!CODE.matcher(digits).matches()) {
      throw new IllegalArgumentException("not a code");
    }
    return digits;
  }

  @Override
  public String toString() {
    return "CodeRequest[***]";
  }
}
