package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.suppression.SuppressionChange;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What is shown of suppressions: never whom they are about.
final class SuppressionViews {

  private SuppressionViews() {}

  @Serdeable
  record SuppressedView(
      @Schema(description = "How many identifiers were not suppressed before") int added,
      @Schema(description = "How many advertisements came off sale") int ended) {}

  @Serdeable
  record LiftedView(int lifted) {}

  @Serdeable
  record SuppressionChangesView(List<SuppressionChangeView> changes) {

    static SuppressionChangesView of(List<SuppressionChange> changes) {
      return new SuppressionChangesView(changes.stream().map(SuppressionChangeView::of).toList());
    }
  }

  @Serdeable
  record SuppressionChangeView(
      Instant at,
      @Schema(description = "The keyed hash of what is suppressed") String digest,
      @Schema(example = "phone") String kind,
      @Schema(example = "suppressed") String act,
      String by,
      String reason) {

    static SuppressionChangeView of(SuppressionChange change) {
      return new SuppressionChangeView(
          change.at(),
          change.digest().toString(),
          change.kind().id(),
          change.act().name().toLowerCase(Locale.ROOT),
          change.by(),
          change.reason());
    }
  }
}
