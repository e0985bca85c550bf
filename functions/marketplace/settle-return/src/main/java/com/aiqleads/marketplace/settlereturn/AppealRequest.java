package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.returns.Claim;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Serdeable
record AppealRequest(
    @Schema(description = "What was overlooked, if anything", maxLength = Claim.MOST_EVIDENCE)
        @Nullable String why) {

  String checked() {
    Fields fields = new Fields();
    String said = Texts.checked("why", why, fields);
    fields.throwIfAnyIsWrong();
    return said;
  }
}
