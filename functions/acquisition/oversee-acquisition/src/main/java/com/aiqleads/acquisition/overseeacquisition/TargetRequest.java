package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"place", "cadenceMinutes"})
record TargetRequest(
    @Schema(description = "As the source's search names it", example = "Miami, FL")
        @Nullable String place,
    @Schema(minimum = "5", maximum = "43200") @Nullable Integer cadenceMinutes,
    @Schema(description = "Off if not said") @Nullable Boolean active) {

  SearchTarget checked(CrawledSite source, String market, UserId who, Instant now) {
    Fields fields = new Fields();
    if (!SearchTarget.isMarket(market)) {
      fields.refuse("market", "must be such as miami-fl");
    }
    String named = place == null ? "" : place;
    if (named.isEmpty()) {
      fields.refuse("place", "is required");
    } else if (!SearchTarget.isPlace(named)) {
      fields.refuse("place", "must be at most 80 letters, digits, spaces and . , ' -");
    }
    Duration cadence = Cadences.read(cadenceMinutes, fields);
    fields.throwIfAnyIsWrong();
    return new SearchTarget(
        source, market, named, cadence, Boolean.TRUE.equals(active), who.text(), now);
  }
}
