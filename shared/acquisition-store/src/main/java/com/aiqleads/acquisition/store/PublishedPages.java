package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.crawling.Announcements;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ListingGone;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.Publisher;
import java.util.List;

/// Announces pages by events, each under a correlation id that follows from the page's.
///
/// @param step which function it is that crawls
public record PublishedPages(Publisher publisher, String step) implements Announcements {

  @Override
  public void fetched(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    announce(
        id,
        new PageFetched(
            id,
            state.target().source(),
            state.target().market(),
            state.address(),
            snapshotKey,
            page.contentType(),
            page.body().hash(),
            page.fetchedAt()));
  }

  @Override
  public void refused(
      PageId id,
      Target target,
      String address,
      FetchedPage page,
      String snapshotKey,
      PageRefusal reason) {
    announce(
        id,
        new PageRejected(
            id,
            target.source(),
            address,
            snapshotKey,
            step,
            ToEvent.reasons(List.of(reason)),
            page.fetchedAt(),
            page.fetchedAt()));
  }

  @Override
  public void vanished(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    Source.find(state.target().source())
        .flatMap(source -> PageParser.of(source).listingAt(state.address()))
        .map(listing -> gone(listing, id, state, page, snapshotKey))
        .ifPresent(event -> announce(id, event));
  }

  private static ListingGone gone(
      ListingId listing, PageId id, PageState state, FetchedPage page, String snapshotKey) {
    return new ListingGone(
        listing,
        id,
        state.target().source(),
        state.target().market(),
        state.address(),
        snapshotKey,
        state.absence().rounds(),
        state.absence().since(),
        page.fetchedAt());
  }

  @Override
  public void flush() {
    publisher.flush();
  }

  private void announce(PageId id, Event event) {
    publisher.publish(event, new CorrelationId(Ids.derived("correlation", id.text())));
  }
}
