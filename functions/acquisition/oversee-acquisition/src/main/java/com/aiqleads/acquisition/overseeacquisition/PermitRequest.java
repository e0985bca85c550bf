package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.AccessBasis;
import com.aiqleads.acquisition.approving.FieldGroup;
import com.aiqleads.acquisition.approving.ImageMode;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(
    requiredProperties = {
      "termsUrl",
      "termsReviewedAt",
      "robotsUrl",
      "accessBasis",
      "expiresAt",
      "allowedFields",
      "imageMode",
      "cadenceMinutes"
    })
record PermitRequest(
    @Schema(format = "uri") @Nullable String termsUrl,
    @Schema(format = "date-time", description = "When you read them; at most a year ago")
        @Nullable String termsReviewedAt,
    @Schema(format = "uri") @Nullable String robotsUrl,
    @Schema(allowableValues = {"licensed", "partner", "public", "blocked"})
        @Nullable String accessBasis,
    @Schema(format = "date-time", description = "At most a year ahead") @Nullable String expiresAt,
    @Schema(example = "[\"property\", \"price\"]") @Nullable List<String> allowedFields,
    @Schema(allowableValues = {"none", "link"}) @Nullable String imageMode,
    @Schema(minimum = "5", maximum = "43200") @Nullable Integer cadenceMinutes) {

  private static final int MAX_URL_LENGTH = 500;
  private static final String MOMENT = "must be a moment such as 2026-11-20T00:00:00Z";

  Permit checked(CrawledSite source, UserId who, Instant now) {
    Fields fields = new Fields();
    Optional<URI> terms = url("termsUrl", termsUrl, fields);
    Optional<Instant> reviewed =
        fields.require("termsReviewedAt", termsReviewedAt, this::time, MOMENT);
    Optional<URI> robots = url("robotsUrl", robotsUrl, fields);
    Optional<AccessBasis> basis =
        fields.require(
            "accessBasis",
            accessBasis,
            AccessBasis::of,
            "must be licensed, partner, public or blocked");
    Optional<Instant> end = fields.require("expiresAt", expiresAt, this::time, MOMENT);
    Set<FieldGroup> allowed = groups(fields);
    Optional<ImageMode> images =
        fields.require("imageMode", imageMode, ImageMode::of, "must be none or link");
    Duration cadence = Cadences.read(cadenceMinutes, fields);
    reviewed
        .filter(at -> at.isAfter(now) || at.isBefore(now.minus(Permit.MAX_REVIEW_AGE)))
        .ifPresent(_ -> fields.refuse("termsReviewedAt", "must be within the last year"));
    end.filter(at -> !at.isAfter(now) || at.isAfter(now.plus(Permit.MAX_TERM)))
        .ifPresent(_ -> fields.refuse("expiresAt", "must be within the next year"));
    fields.throwIfAnyIsWrong();
    return new Permit(
        source,
        terms.orElseThrow(),
        reviewed.orElseThrow(),
        robots.orElseThrow(),
        basis.orElseThrow(),
        who.text(),
        now,
        end.orElseThrow(),
        allowed,
        images.orElseThrow(),
        cadence);
  }

  private static Optional<URI> url(String field, @Nullable String text, Fields fields) {
    return fields.require(field, text, PermitRequest::https, "must be an https address");
  }

  private static URI https(String text) {
    URI url = URI.create(text);
    boolean fits = text.length() <= MAX_URL_LENGTH;
    if (!fits || !"https".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("no https address");
    }
    return url;
  }

  private Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no moment", e);
    }
  }

  private Set<FieldGroup> groups(Fields fields) {
    Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
    List<String> named = allowedFields == null ? List.of() : allowedFields;
    for (int at = 0; at < named.size(); at++) {
      fields
          .require(
              "allowedFields[" + at + "]",
              named.get(at),
              FieldGroup::of,
              "must be property, price, address, location, description or contact")
          .ifPresent(groups::add);
    }
    if (named.isEmpty()) {
      fields.refuse("allowedFields", "is required");
    }
    return groups;
  }
}
