package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.SourceChange.Act;
import com.aiqleads.kernel.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Decisions that tests talk about.
public final class ApprovingFixtures {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private ApprovingFixtures() {}

  public static Permit aPermit(Instant expiresAt) {
    return aPermit(AccessBasis.PUBLIC, NOON, expiresAt);
  }

  public static Permit aPermit(AccessBasis basis, Instant termsReviewedAt, Instant expiresAt) {
    return aPermit(Source.FSBO, basis, termsReviewedAt, expiresAt);
  }

  public static Permit aPermit(CrawledSite site, Instant expiresAt) {
    return aPermit(site, AccessBasis.PUBLIC, NOON, expiresAt);
  }

  private static Permit aPermit(
      CrawledSite site, AccessBasis basis, Instant termsReviewedAt, Instant expiresAt) {
    return new Permit(
        site,
        URI.create("https://fsbo.com/terms"),
        termsReviewedAt,
        URI.create("https://fsbo.com/robots.txt"),
        basis,
        "user_1",
        NOON,
        expiresAt,
        Set.of(FieldGroup.PROPERTY, FieldGroup.PRICE),
        ImageMode.LINK,
        Duration.ofMinutes(30));
  }

  public static SearchTarget aTarget(String market, boolean active) {
    return aTarget(Source.FSBO, market, active);
  }

  public static SearchTarget aTarget(CrawledSite site, String market, boolean active) {
    return new SearchTarget(
        site, market, "Miami, FL", Duration.ofMinutes(60), active, "user_1", NOON);
  }

  public static SourceChange aChange(String id, Instant at, Act act) {
    return aChange(Source.FSBO, id, at, act);
  }

  public static SourceChange aChange(CrawledSite site, String id, Instant at, Act act) {
    return new SourceChange(Ids.derived("change", id), at, "user_1", site, act, "", "as decided");
  }
}
