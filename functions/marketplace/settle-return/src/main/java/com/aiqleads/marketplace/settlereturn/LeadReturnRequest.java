package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.ReturnReason;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"line", "reason"})
record LeadReturnRequest(
    @Schema(description = "Of `GET /orders`: the id of one lead in an order") @Nullable String line,
    @Schema(
            allowableValues = {
              "bad_phone",
              "bounced_email",
              "duplicate",
              "listing_gone",
              "fraud",
              "out_of_area",
              "wrong_person",
              "undelivered"
            })
        @Nullable String reason,
    @Schema(
            description = "What happened; of mail that came back, the server's answer",
            maxLength = Claim.MOST_EVIDENCE)
        @Nullable String evidence) {

  Claim checked(UserId by) {
    Fields fields = new Fields();
    Optional<OrderLineId> wanted =
        fields.require("line", line, OrderLineId::parse, "must be the id of a bought lead");
    Optional<ReturnReason> why =
        fields.require("reason", reason, ReturnReason::parse, "must be one of the reasons");
    String said = Texts.checked("evidence", evidence, fields);
    fields.throwIfAnyIsWrong();
    return new Claim(wanted.orElseThrow(), why.orElseThrow(), Optional.of(by), said);
  }
}
