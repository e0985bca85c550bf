package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.cards.Consent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What somebody has to agree to, in its words of today.
@Serdeable
record ConsentView(
    @Schema(description = "What agrees to it: send it as `consent`.") String version, String text) {

  static ConsentView of(Consent consent) {
    return new ConsentView(consent.version(), consent.text());
  }

  /// Who sends another version has read another text, or none.
  static void check(Fields fields, Consent wanted, @Nullable String version) {
    if (version == null || version.isEmpty()) {
      fields.refuse("consent", "is required");
    } else if (!Consent.of(version).filter(wanted::equals).isPresent()) {
      fields.refuse("consent", "must be the version of the text as it is now");
    }
  }
}
