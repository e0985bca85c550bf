package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.cards.AutoTopUp;
import com.aiqleads.marketplace.cards.Consent;
import com.aiqleads.marketplace.payments.TopUp;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"threshold", "amount", "monthlyCap", "consent"})
record AutoTopUpRequest(
    @Schema(
            description =
                "With less than this to spend the wallet is filled: 1.00 to 10,000.00 USD")
        @Nullable Money threshold,
    @Schema(description = "5.00 to 10,000.00 USD") @Nullable Money amount,
    @Schema(description = "The amount to 100,000.00 USD, in a month of the team's time zone")
        @Nullable Money monthlyCap,
    @Schema(description = "The version of the text, as `GET /wallet/auto-top-up` tells it.")
        @Nullable String consent) {

  AutoTopUp checked() {
    Fields fields = new Fields();
    if (threshold == null || !AutoTopUp.isThreshold(threshold)) {
      fields.refuse("threshold", "must be " + AutoTopUp.LEAST_THRESHOLD + " to " + TopUp.MOST);
    }
    boolean isAmount = amount != null && TopUp.allows(amount);
    if (!isAmount) {
      fields.refuse("amount", "must be " + TopUp.LEAST + " to " + TopUp.MOST);
    }
    Money least = isAmount ? Objects.requireNonNull(amount) : TopUp.LEAST;
    if (monthlyCap == null || !AutoTopUp.isCap(monthlyCap, least)) {
      fields.refuse("monthlyCap", "must be the amount to " + AutoTopUp.MOST_A_MONTH);
    }
    ConsentView.check(fields, Consent.AUTO_TOP_UP, consent);
    fields.throwIfAnyIsWrong();
    return new AutoTopUp(
        Objects.requireNonNull(threshold),
        Objects.requireNonNull(amount),
        Objects.requireNonNull(monthlyCap));
  }
}
