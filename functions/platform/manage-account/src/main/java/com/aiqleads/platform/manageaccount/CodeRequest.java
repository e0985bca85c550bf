package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Totp;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "code")
record CodeRequest(
    @Schema(description = "What the authenticator app shows now, or a recovery code")
        @Nullable String code) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
  private static final String RULE = "must be " + Totp.DIGITS + " digits";

  String checked() {
    Fields fields = new Fields();
    Optional<String> shown = any("code", code, fields);
    fields.throwIfAnyIsWrong();
    return shown.orElseThrow();
  }

  static Optional<String> any(String name, @Nullable String text, Fields fields) {
    return fields.require(name, text, CodeRequest::any, RULE + ", or a recovery code");
  }

  static Optional<String> ofApp(String name, @Nullable String text, Fields fields) {
    return fields.require(name, text, CodeRequest::digits, RULE);
  }

  private static String any(String text) {
    return RecoveryCode.find(text).map(RecoveryCode::text).orElseGet(() -> digits(text));
  }

  private static String digits(String text) {
    String digits = text.replace(" ", "");
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("not a code");
    }
    return digits;
  }

  @Override
  public String toString() {
    return "CodeRequest[***]";
  }
}
