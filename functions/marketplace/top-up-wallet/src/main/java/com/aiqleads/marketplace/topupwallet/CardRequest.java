package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.cards.Consent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "consent")
record CardRequest(
    @Schema(description = "The version of the text, as `GET /wallet/card` tells it.")
        @Nullable String consent) {

  void check() {
    Fields fields = new Fields();
    ConsentView.check(fields, Consent.SAVE_CARD, consent);
    fields.throwIfAnyIsWrong();
  }
}
