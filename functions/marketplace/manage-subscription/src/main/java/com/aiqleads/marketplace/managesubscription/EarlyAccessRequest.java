package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.subscriptions.EarlyAccess;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "minutes")
record EarlyAccessRequest(
    @Schema(description = "0 to 1,440; nobody waits for what is new at 0")
        @Nullable Integer minutes) {

  Duration checked() {
    Fields fields = new Fields();
    if (minutes == null || minutes < 0 || minutes > EarlyAccess.LONGEST.toMinutes()) {
      fields.refuse("minutes", "must be 0 to " + EarlyAccess.LONGEST.toMinutes());
    }
    fields.throwIfAnyIsWrong();
    return Duration.ofMinutes(minutes == null ? 0 : minutes);
  }
}
