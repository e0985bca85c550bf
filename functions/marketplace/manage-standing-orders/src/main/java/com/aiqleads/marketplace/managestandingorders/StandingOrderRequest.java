package com.aiqleads.marketplace.managestandingorders;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.lambda.http.PlainText;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.standing.Act;
import com.aiqleads.marketplace.standing.BuyBox;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.Terms;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"name", "act"})
record StandingOrderRequest(
    @Schema(maxLength = Terms.MOST_CHARACTERS) @Nullable String name,
    @Schema(
            description = "Parameters of `GET /leads` but `available`; everything if absent",
            example = "{\"city\":\"Miami FL\",\"q\":\"pool\"}")
        @Nullable Map<String, String> search,
    @Schema(
            description = "To buy what is found, or only to tell of it",
            allowableValues = {"buy", "alert"})
        @Nullable String act,
    @Schema(
            allowableValues = {"shared", "exclusive"},
            defaultValue = "shared")
        @Nullable String mode,
    @Schema(description = "What a lead may cost at most; needed to buy") @Nullable Money limit,
    @Schema(description = "At most one for each span") @Nullable List<CapView> caps,
    @Schema(
            allowableValues = {"instant", "daily", "weekly"},
            defaultValue = "instant")
        @Nullable String channel,
    @Schema(format = "date-time") @Nullable String validUntil) {

  Terms checked(Instant now) {
    Fields fields = new Fields();
    String called = name == null ? "" : name.strip();
    if (called.isEmpty()
        || called.length() > Terms.MOST_CHARACTERS
        || called.codePoints().anyMatch(StandingOrderRequest::isNoText)) {
      fields.refuse("name", "must have 1 to " + Terms.MOST_CHARACTERS + " characters in a line");
    } else if (!PlainText.isPlain(called)) {
      fields.refuse("name", PlainText.RULE);
    }
    Optional<BuyBox> box = box(fields);
    Optional<Act> what = fields.require("act", act, Act::of, "must be buy or alert");
    Optional<SaleMode> alone =
        fields.require("mode", or(mode, "shared"), SaleMode::of, "must be shared or exclusive");
    Optional<Channel> told =
        fields.require(
            "channel", or(channel, "instant"), Channel::of, "must be instant, daily or weekly");
    checkLimit(what, fields);
    List<Limit> limits = limits(fields);
    Optional<Instant> end = end(fields);
    end.filter(at -> !at.isAfter(now))
        .ifPresent(_ -> fields.refuse("validUntil", "must be in the future"));
    fields.throwIfAnyIsWrong();
    return new Terms(
        called,
        box.orElseThrow(),
        what.orElseThrow(),
        alone.orElseThrow(),
        Optional.ofNullable(limit),
        limits,
        told.orElseThrow(),
        end);
  }

  private Optional<Instant> end(Fields fields) {
    return validUntil == null
        ? Optional.empty()
        : fields.require(
            "validUntil",
            validUntil,
            StandingOrderRequest::moment,
            "must be a moment such as 2026-12-24T00:00:00Z");
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no moment", e);
    }
  }

  /// It stands in letters: U+FFFD where bytes were no UTF-8, and nothing that breaks a line.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character)
        || character == 0xFFFD
        || Character.getType(character) == Character.SURROGATE
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
  }

  private static String or(@Nullable String text, String usual) {
    return text == null ? usual : text;
  }

  private Optional<BuyBox> box(Fields fields) {
    Map<String, String> asked = new HashMap<>();
    Map<String, String> given = search == null ? Map.of() : search;
    given.forEach((parameter, text) -> asked.put(parameter, text == null ? "" : text));
    try {
      return Optional.of(BuyBox.of(asked));
    } catch (BuyBox.Unreadable e) {
      e.wrong().forEach(wrong -> fields.refuse("search." + wrong.name(), wrong.rule()));
      return Optional.empty();
    }
  }

  private void checkLimit(Optional<Act> what, Fields fields) {
    if (limit == null) {
      what.filter(Act.BUY::equals).ifPresent(_ -> fields.refuse("limit", "is required to buy"));
    } else if (limit.isNegative() || !limit.currency().equals(Money.usd(0).currency())) {
      fields.refuse("limit", "must be in USD, and not negative");
    }
  }

  private List<Limit> limits(Fields fields) {
    List<Limit> all = new ArrayList<>();
    List<CapView> wanted = caps == null ? List.of() : caps;
    for (int number = 0; number < wanted.size(); number++) {
      CapView cap = wanted.get(number);
      String field = "caps[" + number + "]";
      if (cap == null) {
        fields.refuse(field, "is required");
      } else {
        cap.checked(field, fields).ifPresent(all::add);
      }
    }
    if (all.stream().map(Limit::span).distinct().count() < all.size()) {
      fields.refuse("caps", "must have one cap for a span");
    }
    return all;
  }
}
