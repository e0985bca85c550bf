package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.crawling.Announcements;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.ShownListing;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ListingGone;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Announces pages by events, each under a correlation id that follows from the page's.
///
/// @param step which function it is that crawls
/// @param permissions what of a source's pages must not be taken, asked for once of each
public record PublishedPages(
    Publisher publisher, String step, Permissions permissions, Map<String, List<String>> withheld)
    implements Announcements {

  public PublishedPages(Publisher publisher, String step, Permissions permissions) {
    this(publisher, step, permissions, new ConcurrentHashMap<>());
  }

  /// Of sources of which everything may be taken.
  public PublishedPages(Publisher publisher, String step) {
    this(publisher, step, Permissions.of(new Sources(List.of(), List.of(), Duration.ZERO)));
  }

  /// What of a source's pages must not be taken.
  List<String> withheldOf(String source) {
    return withheld.computeIfAbsent(
        source, each -> permissions.withheld(each).stream().sorted().toList());
  }

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
            page.fetchedAt(),
            withheldOf(state.target().source())));
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
    ShownListing.at(state.target().source(), state.address())
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
