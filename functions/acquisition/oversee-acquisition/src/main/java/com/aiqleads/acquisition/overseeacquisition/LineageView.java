package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Particulars;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Serdeable
record LineageView(List<ListingView> listings) {

  @Serdeable
  record ListingView(
      String listingId,
      String source,
      String market,
      String url,
      String pageId,
      @Schema(description = "Of the stored page") String snapshotKey,
      @Schema(example = "craigslist-1") String parserVersion,
      Instant observedAt,
      @Nullable PriceView price,
      @Nullable String otherId,
      @Nullable Instant postedAt,
      @Nullable Instant updatedAt,
      @Nullable Instant expiresAt,
      @Nullable String sellerUrl,
      boolean byBroker,
      boolean contactHidden,
      Map<String, String> attributes,
      @Schema(description = "Fields of which places of the page say different things")
          List<ConflictView> conflicts) {

    static ListingView of(Lineage lineage) {
      Particulars said = lineage.particulars();
      return new ListingView(
          lineage.listing().text(),
          lineage.source(),
          lineage.market(),
          lineage.url(),
          lineage.page().text(),
          lineage.snapshotKey(),
          lineage.parserVersion(),
          lineage.observedAt(),
          PriceView.of(lineage.price()),
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

  @Serdeable
  record PriceView(long minorUnits, String currency, Instant seenAt) {

    static @Nullable PriceView of(@Nullable SeenPrice price) {
      return price == null
          ? null
          : new PriceView(
              price.price().minorUnits(), price.price().currency().getCurrencyCode(), price.at());
    }
  }

  @Serdeable
  record ConflictView(
      String field, @Schema(description = "The first was believed") List<ReadingView> readings) {

    static ConflictView of(Conflict conflict) {
      return new ConflictView(
          conflict.field(),
          conflict.readings().stream()
              .map(reading -> new ReadingView(reading.path(), reading.value()))
              .toList());
    }
  }

  @Serdeable
  record ReadingView(String path, String value) {}

  static LineageView of(List<Lineage> found) {
    return new LineageView(found.stream().map(ListingView::of).toList());
  }
}
