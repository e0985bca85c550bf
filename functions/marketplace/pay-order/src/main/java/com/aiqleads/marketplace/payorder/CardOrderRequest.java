package com.aiqleads.marketplace.payorder;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.CardOrder;
import com.aiqleads.marketplace.orders.Checkout;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"holds", "total"})
record CardOrderRequest(
    @Schema(description = "1 to 100, each once") @Nullable List<String> holds,
    @Schema(description = "What you have seen that they cost together: 1.00 to 10,000.00 USD")
        @Nullable Money total) {

  Checkout checked(TeamId team, UserId buyer) {
    Fields fields = new Fields();
    List<HoldId> wanted = new ArrayList<>();
    List<String> texts = holds == null ? List.of() : holds;
    if (texts.isEmpty() || texts.size() > Checkout.MOST) {
      fields.refuse("holds", "must be 1 to " + Checkout.MOST);
    } else if (texts.stream().distinct().count() < texts.size()) {
      fields.refuse("holds", "must name each hold once");
    } else {
      texts.forEach(
          text ->
              fields
                  .require("holds", text, HoldId::parse, "must be ids of holds")
                  .ifPresent(wanted::add));
    }
    if (total == null || !CardOrder.allows(total)) {
      fields.refuse("total", "must be " + CardOrder.LEAST + " to " + CardOrder.MOST);
    }
    fields.throwIfAnyIsWrong();
    return Checkout.of(team, buyer, wanted, Objects.requireNonNull(total));
  }
}
