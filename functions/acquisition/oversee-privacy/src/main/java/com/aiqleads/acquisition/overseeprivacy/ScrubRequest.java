package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a do-not-call list answered.
@Serdeable
@Schema(requiredProperties = {"list", "lookedAt"})
record ScrubRequest(
    @Schema(description = "national, or a state's letters", example = "national")
        @Nullable String list,
    @Schema(format = "date-time") @Nullable String lookedAt,
    @Schema(description = "Numbers on the list, with unlisted 1 to 1000")
        @Nullable List<String> listed,
    @Schema(description = "Numbers that are not") @Nullable List<String> unlisted) {

  private static final int MAX_NUMBERS = 1_000;
  private static final Pattern LIST = Pattern.compile("national|[a-z]{2}");

  Map<Phone, Scrub> checked(Instant now) {
    Fields fields = new Fields();
    Optional<String> name =
        fields.require("list", list, ScrubRequest::name, "must be national or such as fl");
    Optional<Instant> at =
        fields.require("lookedAt", lookedAt, ScrubRequest::time, "must be a moment in the past");
    at.filter(now::isBefore).ifPresent(_ -> fields.refuse("lookedAt", "must be in the past"));
    int given = size(listed) + size(unlisted);
    if (given < 1 || given > MAX_NUMBERS) {
      fields.refuse("listed", "must be with unlisted 1 to " + MAX_NUMBERS);
      fields.throwIfAnyIsWrong();
    }
    Map<Phone, Boolean> answers = new LinkedHashMap<>();
    read("unlisted", unlisted, fields).forEach(phone -> answers.put(phone, false));
    read("listed", listed, fields).forEach(phone -> answers.put(phone, true));
    fields.throwIfAnyIsWrong();
    Map<Phone, Scrub> scrubs = new LinkedHashMap<>();
    answers.forEach(
        (phone, isListed) ->
            scrubs.put(phone, new Scrub(name.orElseThrow(), isListed, at.orElseThrow())));
    return scrubs;
  }

  private static int size(@Nullable List<String> numbers) {
    return numbers == null ? 0 : numbers.size();
  }

  private static List<Phone> read(String field, @Nullable List<String> numbers, Fields fields) {
    return numbers == null
        ? List.of()
        : numbers.stream()
            .flatMap(
                number ->
                    fields
                        .require(field, number, Phone::new, "must be such as +13055550123")
                        .stream())
            .toList();
  }

  private static String name(String text) {
    if (!LIST.matcher(text).matches()) {
      throw new IllegalArgumentException("no list");
    }
    return text;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no moment", e);
    }
  }
}
