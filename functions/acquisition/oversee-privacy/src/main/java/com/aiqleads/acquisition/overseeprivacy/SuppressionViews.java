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
  record ChangesView(List<ChangeView> changes) {

    static ChangesView of(List<SuppressionChange> changes) {
      return new ChangesView(changes.stream().map(ChangeView::of).toList());
    }
  }

  @Serdeable
  record ChangeView(
      Instant at,
      @Schema(description = "The keyed hash of what is suppressed") String digest,
      @Schema(example = "phone") String kind,
      @Schema(example = "suppressed") String act,
      String by,
      String reason) {

    static ChangeView of(SuppressionChange change) {
      return new ChangeView(
          change.at(),
          change.digest().toString(),
          change.kind().id(),
          change.act().name().toLowerCase(Locale.ROOT),
          change.by(),
          change.reason());
    }
  }
}
