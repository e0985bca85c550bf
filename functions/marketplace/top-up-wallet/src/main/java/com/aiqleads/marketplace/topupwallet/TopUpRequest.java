package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.TopUp;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"amount"})
record TopUpRequest(@Schema(description = "5.00 to 10,000.00 USD") @Nullable Money amount) {

  TopUp checked(PaymentId id, UserId buyer) {
    Fields fields = new Fields();
    if (amount == null || !TopUp.allows(amount)) {
      fields.refuse("amount", "must be " + TopUp.LEAST + " to " + TopUp.MOST);
    }
    fields.throwIfAnyIsWrong();
    return new TopUp(id, buyer, Objects.requireNonNull(amount));
  }
}
