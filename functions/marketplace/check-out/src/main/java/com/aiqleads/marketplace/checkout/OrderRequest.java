package com.aiqleads.marketplace.checkout;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.Checkout;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"holds", "total"})
record OrderRequest(
    @Schema(description = "1 to 100, each once") @Nullable List<String> holds,
    @Schema(description = "What you have seen that they cost together") @Nullable Money total) {

  Checkout checked(TeamId team, UserId buyer) {
    Fields fields = new Fields();
    List<HoldId> wanted = holds(fields);
    if (total == null || total.isNegative()) {
      fields.refuse("total", "is required, and not negative");
    }
    fields.throwIfAnyIsWrong();
    return Checkout.of(team, buyer, wanted, Objects.requireNonNull(total));
  }

  private List<HoldId> holds(Fields fields) {
    List<HoldId> wanted = new ArrayList<>();
    List<String> texts = holds == null ? List.of() : holds;
    if (texts.isEmpty() || texts.size() > Checkout.MOST) {
      fields.refuse("holds", "must be 1 to " + Checkout.MOST);
      return wanted;
    }
    for (int number = 0; number < texts.size(); number++) {
      String field = "holds[" + number + "]";
      fields
          .require(field, texts.get(number), HoldId::parse, "must be the id of a hold")
          .ifPresent(wanted::add);
    }
    if (wanted.stream().distinct().count() < wanted.size()) {
      fields.refuse("holds", "must name each hold once");
    }
    return wanted;
  }
}
