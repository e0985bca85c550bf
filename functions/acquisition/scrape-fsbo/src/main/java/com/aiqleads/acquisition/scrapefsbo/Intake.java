package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import java.time.Duration;
import java.util.List;

/// Takes pages in: what is new is kept and announced, each page under a correlation id of its own;
/// what is not new is only remembered as seen.
record Intake(SourcePolicy policy, Ports ports, Duration revisitAfter, Run run) {

  private static final String STEP = "scrape-fsbo";

  PageState seen(PageState state, FetchedPage page) {
    if (!state.differs(page)) {
      return unchanged(state);
    }
    PageId id = state.nextPageId(page);
    announce(
        id,
        new PageFetched(
            id,
            policy.source(),
            state.target().market(),
            state.address(),
            ports.snapshots().keep(page, policy),
            page.contentType(),
            page.body().hash(),
            page.fetchedAt()));
    return state.changed(page, revisitAfter);
  }

  PageState unchanged(PageState state) {
    return state.unchanged(ports.clock().instant(), revisitAfter);
  }

  PageState foundAgain(PageState state) {
    return state.foundAgain(revisitAfter);
  }

  /// Said once: a page that a search goes on finding is visited again, and gone as before.
  PageState gone(PageState state, FetchedPage page) {
    if (!state.differs(page)) {
      return state.gone(page);
    }
    PageId id = state.nextPageId(page);
    announce(
        id,
        new PageRejected(
            id,
            policy.source(),
            state.address(),
            ports.snapshots().keep(page, policy),
            STEP,
            ToEvent.reasons(List.of(PageRefusal.GONE)),
            page.fetchedAt(),
            page.fetchedAt()));
    return state.gone(page);
  }

  /// Of a page of results; the same page is refused once.
  void refused(Target target, FetchedPage page, PageRefusal reason) {
    PageId id =
        new PageId(
            Ids.derived("refused page", target.source(), target.market(), page.body().hash()));
    announce(
        id,
        new PageRejected(
            id,
            policy.source(),
            page.request().url().toString(),
            ports.snapshots().keep(page, policy),
            STEP,
            ToEvent.reasons(List.of(reason)),
            page.fetchedAt(),
            page.fetchedAt()));
  }

  private void announce(PageId id, Event event) {
    run.publisher().publish(event, new CorrelationId(Ids.derived("correlation", id.text())));
  }
}
