package com.aiqleads.acquisition.resolvelead;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.resolution.EndingReasons;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An advertisement that sells nothing any more, as a refusal of it or of its page tells.
record EndedListing(ListingId listing, Instant at, List<Reason> reasons) {

  static Optional<EndedListing> in(Event event) {
    return switch (event) {
      case LeadRejected lead ->
          in(
              Optional.of(lead.listingId()),
              lead.observedAt() == null ? lead.rejectedAt() : lead.observedAt(),
              lead.reasons());
      case PageRejected page ->
          in(
              listing(page),
              page.observedAt() == null ? page.rejectedAt() : page.observedAt(),
              page.reasons());
      default -> Optional.empty();
    };
  }

  private static Optional<EndedListing> in(
      Optional<ListingId> listing, Instant at, List<Reason> reasons) {
    return listing
        .filter(_ -> EndingReasons.anyOf(FromEvent.reasons(reasons)))
        .map(id -> new EndedListing(id, at, reasons));
  }

  private static Optional<ListingId> listing(PageRejected page) {
    return Source.find(page.source())
        .flatMap(source -> PageParser.of(source).listingAt(page.url()));
  }
}
