package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.lambda.http.PlainText;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.State;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "name")
record BillingRequest(
    @Schema(description = "Of the firm, as receipts name it", minLength = 1, maxLength = 200)
        @Nullable String name,
    @Schema(
            description = "Where it is, by whose rate tax is in what it pays; none if abroad",
            example = "FL")
        @Nullable String state) {

  BillTo checked() {
    Fields fields = new Fields();
    if (name != null && !PlainText.isPlain(name)) {
      fields.refuse("name", PlainText.RULE);
    }
    Optional<BillTo> named =
        fields.require(
            "name",
            name,
            text -> new BillTo(text.strip(), Optional.empty()),
            "must be 1 to 200 characters");
    Optional<State> where =
        state == null || state.isEmpty()
            ? Optional.empty()
            : fields.require("state", state, State::new, "must be the two letters of a state");
    fields.throwIfAnyIsWrong();
    return new BillTo(named.orElseThrow().name(), where);
  }
}
