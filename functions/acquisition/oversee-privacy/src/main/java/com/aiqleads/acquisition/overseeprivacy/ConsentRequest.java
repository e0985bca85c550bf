package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.contacting.Channel;
import com.aiqleads.acquisition.contacting.Consent;
import com.aiqleads.acquisition.contacting.Consent.Act;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line for the ledger.
@Serdeable
@Schema(requiredProperties = {"who", "channel", "act", "text"})
record ConsentRequest(
    @Schema(description = "A phone number or a mail address", example = "+13055550123")
        @Nullable String who,
    @Schema(example = "text_message") @Nullable String channel,
    @Schema(allowableValues = {"given", "revoked"}) @Nullable String act,
    @Schema(description = "What was shown, or how it was taken back", maxLength = 1000)
        @Nullable String text) {

  private static final int MAX_TEXT = 1_000;

  Consent checked(UserId by, Instant now) {
    Fields fields = new Fields();
    Optional<SuppressionKey> key =
        fields.require("who", who, ConsentRequest::key, "must be a phone number or mail address");
    Optional<Channel> way =
        fields.require(
            "channel",
            channel,
            id -> Channel.find(id).orElseThrow(() -> new IllegalArgumentException("no channel")),
            "must be manual_call, automatic_call, text_message, personal_mail or bulk_mail");
    Optional<Act> done =
        fields.require("act", act, ConsentRequest::act, "must be given or revoked");
    Optional<String> told =
        fields.require("text", text, ConsentRequest::told, "must be at most 1000 characters");
    fields.throwIfAnyIsWrong();
    return new Consent(
        key.orElseThrow(),
        way.orElseThrow(),
        done.orElseThrow(),
        told.orElseThrow(),
        by.text(),
        now);
  }

  private static SuppressionKey key(String text) {
    return text.startsWith("+")
        ? SuppressionKey.of(new Phone(text))
        : SuppressionKey.of(new Email(text));
  }

  private static Act act(String text) {
    return switch (text) {
      case "given" -> Act.GIVEN;
      case "revoked" -> Act.REVOKED;
      default -> throw new IllegalArgumentException("no act");
    };
  }

  private static String told(String text) {
    if (text.isBlank() || text.length() > MAX_TEXT || text.chars().anyMatch(sign -> sign < ' ')) {
      throw new IllegalArgumentException("no text");
    }
    return text;
  }
}
