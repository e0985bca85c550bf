package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wish;
import com.aiqleads.marketplace.holds.Wishes;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "leads")
record HoldRequest(
    @Schema(description = "1 to 100, each once") @Nullable List<WishRequest> leads,
    @Schema(
            description = "shared if not said",
            allowableValues = {"shared", "exclusive"})
        @Nullable String mode,
    @Schema(description = "None of them if one cannot be held; true if not said")
        @Nullable Boolean allOrNone) {

  @Serdeable
  @Schema(requiredProperties = "lead")
  record WishRequest(
      @Nullable String lead,
      @Schema(description = "What you have seen that it costs; any price if not said")
          @Nullable Money price) {}

  private static final String CURRENCY = "USD";

  Wishes checked() {
    Fields fields = new Fields();
    SaleMode chosen =
        mode == null
            ? SaleMode.SHARED
            : fields
                .require("mode", mode, SaleMode::of, "must be shared or exclusive")
                .orElse(SaleMode.SHARED);
    List<Wish> wishes = wishes(fields);
    fields.throwIfAnyIsWrong();
    return new Wishes(wishes, chosen, allOrNone == null || allOrNone);
  }

  private List<Wish> wishes(Fields fields) {
    List<Wish> wishes = new ArrayList<>();
    List<WishRequest> wanted = leads == null ? List.of() : leads;
    if (wanted.isEmpty() || wanted.size() > Wishes.MOST) {
      fields.refuse("leads", "must be 1 to " + Wishes.MOST);
      return wishes;
    }
    for (int number = 0; number < wanted.size(); number++) {
      wish("leads[" + number + "]", wanted.get(number), fields).ifPresent(wishes::add);
    }
    if (wishes.stream().map(Wish::lead).distinct().count() < wishes.size()) {
      fields.refuse("leads", "must name each lead once");
    }
    return wishes;
  }

  private static Optional<Wish> wish(String field, @Nullable WishRequest wanted, Fields fields) {
    if (wanted == null) {
      fields.refuse(field, "is required");
      return Optional.empty();
    }
    Money price = wanted.price();
    if (price != null && !price.currency().getCurrencyCode().equals(CURRENCY)) {
      fields.refuse(field + ".price", "must be in " + CURRENCY);
    }
    return fields
        .require(field + ".lead", wanted.lead(), LeadId::parse, "must be the id of a lead")
        .map(lead -> new Wish(lead, Optional.ofNullable(price)));
  }
}
