package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which listings of a lead are of another home, and why somebody says so.
@Serdeable
@Schema(requiredProperties = {"listingIds", "reason"})
record SplitRequest(
    @Schema(description = "Of the lead, 1 to 40; the others stay")
        @Nullable List<String> listingIds,
    @Schema(description = "One line; no names", maxLength = 200) @Nullable String reason) {

  /// As many as a lead has at most.
  private static final int MAX_LISTINGS = 40;

  private static final int MAX_REASON = 200;

  record Read(Set<ListingId> listings, String reason) {}

  Read checked() {
    Fields fields = new Fields();
    Set<ListingId> listings = new LinkedHashSet<>();
    int given = listingIds == null ? 0 : listingIds.size();
    if (given < 1 || given > MAX_LISTINGS) {
      fields.refuse("listingIds", "must be 1 to " + MAX_LISTINGS);
    }
    for (int at = 0; listingIds != null && at < Math.min(given, MAX_LISTINGS); at++) {
      fields
          .require(
              "listingIds[" + at + "]",
              listingIds.get(at),
              ListingId::parse,
              "must be the id of a listing")
          .ifPresent(listings::add);
    }
    Optional<String> why =
        fields.require("reason", reason, SplitRequest::why, "must be one line of at most 200");
    fields.throwIfAnyIsWrong();
    return new Read(listings, why.orElseThrow());
  }

  private static String why(String text) {
    if (text.isBlank()
        || text.length() > MAX_REASON
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("no reason");
    }
    return text.strip();
  }
}
