package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.subscriptions.PlanName;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "plan")
record SubscriptionRequest(
    @Schema(description = "Of `GET /plans`", example = "pro") @Nullable String plan) {

  PlanName checked() {
    return plan(plan);
  }

  static PlanName plan(@Nullable String text) {
    Fields fields = new Fields();
    Optional<PlanName> name =
        fields.require("plan", text, PlanName::new, "must be the name of a plan, such as pro");
    fields.throwIfAnyIsWrong();
    return name.orElseThrow();
  }
}
