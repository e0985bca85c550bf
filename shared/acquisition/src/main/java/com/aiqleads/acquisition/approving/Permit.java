package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.fetching.Approval;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a person has read and decided of a source. It ends; until somebody decides anew nothing is
/// fetched then.
///
/// @param termsReviewedAt when somebody read the terms
/// @param approvedBy who decided
/// @param cadence the least time from one search of a market to the next
public record Permit(
    CrawledSite source,
    URI termsUrl,
    Instant termsReviewedAt,
    URI robotsUrl,
    AccessBasis accessBasis,
    String approvedBy,
    Instant approvedAt,
    Instant expiresAt,
    Set<FieldGroup> allowedFields,
    ImageMode imageMode,
    Duration cadence) {

  /// Terms change: whoever goes on approving has to read them again.
  public static final Duration MAX_REVIEW_AGE = Duration.ofDays(366);

  public static final Duration MAX_TERM = Duration.ofDays(366);
  public static final Duration MIN_CADENCE = Duration.ofMinutes(5);
  public static final Duration MAX_CADENCE = Duration.ofDays(30);

  public Permit {
    allowedFields = Set.copyOf(allowedFields);
  }

  /// Why nothing may be fetched by it now, if nothing may.
  public Optional<PermitObjection> objection(Instant now) {
    if (accessBasis == AccessBasis.BLOCKED) {
      return Optional.of(PermitObjection.BLOCKED);
    }
    if (!now.isBefore(expiresAt)) {
      return Optional.of(PermitObjection.EXPIRED);
    }
    return now.isBefore(termsReviewedAt.plus(MAX_REVIEW_AGE))
        ? Optional.empty()
        : Optional.of(PermitObjection.TERMS_UNREAD);
  }

  /// As the fetcher asks for it; it ends by itself, also in the middle of a crawl.
  public Approval approval(Instant now) {
    if (objection(now).isPresent()) {
      return new Approval.NotApproved();
    }
    Instant unread = termsReviewedAt.plus(MAX_REVIEW_AGE);
    return new Approval.Approved(approvedBy, unread.isBefore(expiresAt) ? unread : expiresAt);
  }
}
