package com.aiqleads.marketplace.managestandingorders;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Span;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "How much an order buys in a span.", requiredProperties = "span")
record CapView(
    @Schema(allowableValues = {"hour", "day", "week", "month", "total"}) @Nullable String span,
    @Nullable Integer maxLeads,
    @Nullable Money maxAmount) {

  static CapView of(Limit cap) {
    return new CapView(
        cap.span().text(), cap.maxLeads().orElse(null), cap.maxAmount().orElse(null));
  }

  Optional<Limit> checked(String field, Fields fields) {
    Optional<Span> wanted =
        fields.require(field + ".span", span, Span::of, "must be hour, day, week, month or total");
    if (maxAmount != null && !maxAmount.currency().equals(Money.usd(0).currency())) {
      fields.refuse(field + ".maxAmount", "must be in USD");
      return Optional.empty();
    }
    try {
      return wanted.map(
          it -> new Limit(it, Optional.ofNullable(maxLeads), Optional.ofNullable(maxAmount)));
    } catch (IllegalArgumentException _) {
      fields.refuse(field, "must limit leads, the amount or both, to no less than nothing");
      return Optional.empty();
    }
  }
}
