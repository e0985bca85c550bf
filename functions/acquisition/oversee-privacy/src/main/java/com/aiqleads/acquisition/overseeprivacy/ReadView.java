package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What else was read on the page of an advertisement, also of one that became no lead.
@Serdeable
record ReadView(
    String listingId,
    String source,
    String market,
    String url,
    Instant observedAt,
    @Schema(description = "Of the stored page, kept for 90 days") String snapshotKey,
    String parserVersion,
    @Nullable Money price,
    @Schema(description = "A second id of the site for it") @Nullable String otherId,
    @Nullable Instant postedAt,
    @Nullable Instant updatedAt,
    @Nullable Instant expiresAt,
    @Nullable String sellerUrl,
    boolean byBroker,
    boolean contactHidden,
    @Schema(description = "What the site's labels say") Map<String, String> attributes,
    @Schema(description = "Where the page contradicts itself") List<ConflictView> conflicts) {

  /// Of one field; the first place was believed.
  @Serdeable
  record ConflictView(String field, List<ReadingView> readings) {

    static ConflictView of(Conflict conflict) {
      return new ConflictView(
          conflict.field(),
          conflict.readings().stream()
              .map(reading -> new ReadingView(reading.path(), reading.value()))
              .toList());
    }
  }

  /// What one place of the page says.
  @Serdeable
  record ReadingView(String path, String value) {}

  static ReadView of(Lineage lineage) {
    Particulars said = lineage.particulars();
    return new ReadView(
        lineage.listing().text(),
        lineage.source(),
        lineage.market(),
        lineage.url(),
        lineage.observedAt(),
        lineage.snapshotKey(),
        lineage.parserVersion(),
        Optional.ofNullable(lineage.price()).map(SeenPrice::price).orElse(null),
        said.otherId(),
        said.postedAt(),
        said.updatedAt(),
        said.expiresAt(),
        said.sellerUrl(),
        said.byBroker(),
        said.contactHidden(),
        said.attributes(),
        said.conflicts().stream().map(ConflictView::of).toList());
  }
}
