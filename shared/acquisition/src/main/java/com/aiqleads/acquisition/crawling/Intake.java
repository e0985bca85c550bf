package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import java.time.Duration;

/// Takes pages in: what is new is kept and announced; what is not new is only remembered as seen.
record Intake(Site site, Ports ports, Duration revisitAfter, Run run) {

  PageState seen(PageState state, FetchedPage page) {
    if (!state.differs(page)) {
      return unchanged(state);
    }
    run.announcements().fetched(state.nextPageId(page), state, page, kept(page));
    return site.endOf(page).map(state::endingAt).orElse(state).changed(page, rest(state));
  }

  PageState unchanged(PageState state) {
    return state.unchanged(ports.clock().instant(), rest(state));
  }

  PageState foundAgain(PageState state) {
    return state.foundAgain(rest(state));
  }

  private Duration rest(PageState state) {
    return site.restOf(state.address(), revisitAfter);
  }

  /// Said once: a page that a search goes on finding is visited again, and gone as before.
  PageState gone(PageState state, FetchedPage page) {
    if (state.differs(page)) {
      PageId id = state.nextPageId(page);
      refused(id, state.target(), state.address(), page, PageRefusal.GONE);
    }
    return state.gone(page);
  }

  /// Said once, besides what the page itself lets say.
  ///
  /// @param before the look that showed it
  /// @param after that look
  PageState vanished(PageState before, FetchedPage page, PageState after) {
    run.announcements().vanished(before.nextPageId(page), before, page, kept(page));
    return after.vanished();
  }

  /// Of a page of results; the same page is refused once.
  void refused(Target target, FetchedPage page, PageRefusal reason) {
    PageId id =
        new PageId(
            Ids.derived("refused page", target.source(), target.market(), page.body().hash()));
    refused(id, target, page.request().url().toString(), page, reason);
  }

  private void refused(
      PageId id, Target target, String address, FetchedPage page, PageRefusal reason) {
    run.announcements().refused(id, target, address, page, kept(page), reason);
  }

  private String kept(FetchedPage page) {
    return ports.snapshots().keep(page, site.policy());
  }
}
