package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.resolution.Split;
import com.aiqleads.acquisition.resolution.Survivor;
import com.aiqleads.kernel.ListingId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Serdeable
record LineageView(
    List<ListingView> listings,
    @Schema(description = "Of a lead: which listing speaks for each field, and why")
        List<SurvivorView> survivors,
    @Schema(description = "How the lead was taken apart, the oldest first")
        List<PastSplitView> splits,
    @Schema(description = "What language models proposed for its fields, the oldest first")
        List<ProposalView> proposals) {

  @Serdeable
  record ProposalView(
      String listingId,
      @Schema(example = "title") String field,
      String value,
      String model,
      @Schema(example = "confirmed") String verdict,
      Instant at) {

    static ProposalView of(Proposals.Kept kept) {
      return new ProposalView(
          kept.listing().text(),
          kept.field(),
          kept.value(),
          kept.model(),
          kept.verdict(),
          kept.proposedAt());
    }
  }

  @Serdeable
  record SurvivorView(
      @Schema(example = "price") String field,
      @Schema(description = "More than one where what all say is put together")
          List<String> listingIds,
      @Schema(example = "seen_last") String rule,
      String why) {

    static SurvivorView of(Survivor survivor) {
      return new SurvivorView(
          survivor.field(),
          survivor.listings().stream().map(ListingId::text).toList(),
          survivor.rule().code(),
          survivor.rule().text());
    }
  }

  @Serdeable
  record PastSplitView(
      String leadId,
      String partId,
      List<String> listingIds,
      String person,
      String reason,
      Instant at) {

    static PastSplitView of(Split.Past past) {
      return new PastSplitView(
          past.lead().text(),
          past.part().text(),
          past.moved().stream().map(ListingId::text).sorted().toList(),
          past.by(),
          past.why(),
          past.at());
    }
  }

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

  boolean isEmpty() {
    return listings.isEmpty() && survivors.isEmpty() && proposals.isEmpty();
  }

  static LineageView of(List<Lineage> found, List<Proposals.Kept> proposals) {
    return of(found, List.of(), List.of(), proposals);
  }

  static LineageView of(
      List<Lineage> found,
      List<Survivor> survivors,
      List<Split.Past> splits,
      List<Proposals.Kept> proposals) {
    return new LineageView(
        found.stream().map(ListingView::of).toList(),
        survivors.stream().map(SurvivorView::of).toList(),
        splits.stream().map(PastSplitView::of).toList(),
        proposals.stream().map(ProposalView::of).toList());
  }
}
