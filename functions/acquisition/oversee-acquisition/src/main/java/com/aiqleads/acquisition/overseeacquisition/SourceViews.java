package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.approving.FieldGroup;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.PermitObjection;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.acquisition.overseeacquisition.DecideSources.Decided;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is shown of decisions.
final class SourceViews {

  private SourceViews() {}

  @Serdeable
  record SourcesView(List<SourceView> sources) {

    static SourcesView of(List<Decided> all, Instant now) {
      return new SourcesView(all.stream().map(one -> SourceView.of(one, now)).toList());
    }
  }

  @Serdeable
  record SourceView(
      @Schema(example = "fsbo") String source,
      boolean fetched,
      @Schema(description = "Why it is not fetched: not_approved, blocked, expired, terms_unread")
          @Nullable String refusal,
      @Nullable PermitView permit,
      List<TargetView> targets) {

    static SourceView of(Decided decided, Instant now) {
      Optional<PermitObjection> objection =
          decided
              .permit()
              .map(permit -> permit.objection(now))
              .orElse(Optional.of(PermitObjection.NOT_APPROVED));
      return new SourceView(
          decided.source().id(),
          objection.isEmpty(),
          objection.map(PermitObjection::code).orElse(null),
          decided.permit().map(PermitView::of).orElse(null),
          decided.targets().stream().map(TargetView::of).toList());
    }
  }

  @Serdeable
  record PermitView(
      String termsUrl,
      Instant termsReviewedAt,
      String robotsUrl,
      String accessBasis,
      String approvedBy,
      Instant approvedAt,
      Instant expiresAt,
      List<String> allowedFields,
      String imageMode,
      long cadenceMinutes) {

    static PermitView of(Permit permit) {
      return new PermitView(
          permit.termsUrl().toString(),
          permit.termsReviewedAt(),
          permit.robotsUrl().toString(),
          permit.accessBasis().id(),
          permit.approvedBy(),
          permit.approvedAt(),
          permit.expiresAt(),
          permit.allowedFields().stream().map(FieldGroup::id).sorted().toList(),
          permit.imageMode().id(),
          permit.cadence().toMinutes());
    }
  }

  @Serdeable
  record TargetView(
      String market,
      String place,
      long cadenceMinutes,
      boolean active,
      String approvedBy,
      Instant approvedAt) {

    static TargetView of(SearchTarget target) {
      return new TargetView(
          target.market(),
          target.place(),
          target.cadence().toMinutes(),
          target.active(),
          target.approvedBy(),
          target.approvedAt());
    }
  }

  @Serdeable
  record ChangesView(List<ChangeView> changes) {

    static ChangesView of(List<SourceChange> changes) {
      return new ChangesView(changes.stream().map(ChangeView::of).toList());
    }
  }

  @Serdeable
  record ChangeView(
      Instant at,
      String person,
      @Schema(example = "permitted") String act,
      @Schema(description = "The market; empty where all of the source is meant") String subject,
      String text) {

    static ChangeView of(SourceChange change) {
      return new ChangeView(
          change.at(), change.person(), change.act().id(), change.subject(), change.text());
    }
  }
}
