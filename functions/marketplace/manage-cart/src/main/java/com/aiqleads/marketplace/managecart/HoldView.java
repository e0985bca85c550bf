package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.Hold;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Serdeable
@Schema(description = "A lead that nobody else can buy away, at a price that stays, for a while.")
record HoldView(
    String id,
    LeadId lead,
    @Schema(allowableValues = {"shared", "exclusive"}) String mode,
    Money price,
    Instant heldAt,
    Instant until,
    @Schema(description = "However often it is extended.") Instant lastUntil,
    int extensionsLeft) {

  static HoldView of(Hold hold) {
    return new HoldView(
        hold.id().text(),
        hold.lead(),
        hold.mode().text(),
        hold.price(),
        hold.heldAt(),
        hold.until(),
        hold.lastUntil(),
        hold.extensionsLeft());
  }
}
