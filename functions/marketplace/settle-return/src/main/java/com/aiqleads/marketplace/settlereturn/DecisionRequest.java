package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.returns.Claim;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"percent", "note"})
record DecisionRequest(
    @Schema(description = "0 to 100: of the price, with all that came back before")
        @Nullable Integer percent,
    @Schema(
            description =
                "For the buyer: why. Kept for good: name nobody; phone numbers and mail addresses"
                    + " are taken out",
            maxLength = Claim.MOST_EVIDENCE)
        @Nullable String note) {

  record Decision(int percent, String note) {}

  Decision checked() {
    Fields fields = new Fields();
    if (percent == null || percent < 0 || percent > 100) {
      fields.refuse("percent", "is required, 0 to 100");
    }
    String said = Texts.required("note", note, fields);
    fields.throwIfAnyIsWrong();
    return new Decision(Objects.requireNonNull(percent), said);
  }
}
