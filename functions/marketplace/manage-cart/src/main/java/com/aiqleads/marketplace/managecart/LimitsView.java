package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.Span;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(
    description = "How much a team lets itself take.",
    requiredProperties = {"timeZone", "limits"})
record LimitsView(
    @Schema(description = "Where its days begin", example = "America/New_York")
        @Nullable String timeZone,
    @Schema(description = "At most one for each span") @Nullable List<LimitView> limits) {

  /// Those that the database knows as well.
  private static final Pattern ZONE =
      Pattern.compile(
          "UTC|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  @Serdeable
  @Schema(requiredProperties = "span")
  record LimitView(
      @Schema(allowableValues = {"hour", "day", "week", "month", "total"}) @Nullable String span,
      @Nullable Integer maxLeads,
      @Nullable Money maxAmount) {

    static LimitView of(Limit limit) {
      return new LimitView(
          limit.span().text(), limit.maxLeads().orElse(null), limit.maxAmount().orElse(null));
    }
  }

  static LimitsView of(Limits limits) {
    return new LimitsView(
        limits.zone().getId(), limits.limits().stream().map(LimitView::of).toList());
  }

  Limits checked() {
    Fields fields = new Fields();
    Optional<ZoneId> zone =
        fields.require(
            "timeZone", timeZone, LimitsView::zone, "must be a zone such as America/New_York");
    List<Limit> all = new ArrayList<>();
    List<LimitView> wanted = limits == null ? List.of() : limits;
    for (int number = 0; number < wanted.size(); number++) {
      checked("limits[" + number + "]", wanted.get(number), fields).ifPresent(all::add);
    }
    if (all.stream().map(Limit::span).distinct().count() < all.size()) {
      fields.refuse("limits", "must have one limit for a span");
    }
    fields.throwIfAnyIsWrong();
    return new Limits(zone.orElseThrow(), all);
  }

  private static Optional<Limit> checked(String field, @Nullable LimitView limit, Fields fields) {
    if (limit == null) {
      fields.refuse(field, "is required");
      return Optional.empty();
    }
    Optional<Span> span =
        fields.require(
            field + ".span", limit.span(), Span::of, "must be hour, day, week, month or total");
    Money amount = limit.maxAmount();
    if (amount != null && !amount.currency().equals(Money.usd(0).currency())) {
      fields.refuse(field + ".maxAmount", "must be in USD");
      return Optional.empty();
    }
    try {
      return span.map(
          it -> new Limit(it, Optional.ofNullable(limit.maxLeads()), Optional.ofNullable(amount)));
    } catch (IllegalArgumentException _) {
      fields.refuse(field, "must limit leads, the amount or both, to no less than nothing");
      return Optional.empty();
    }
  }

  static Stream<String> zones() {
    return ZoneId.getAvailableZoneIds().stream().filter(id -> ZONE.matcher(id).matches());
  }

  private static ZoneId zone(String text) {
    if (zones().noneMatch(text::equals)) {
      throw new IllegalArgumentException("no zone");
    }
    return ZoneId.of(text);
  }
}
