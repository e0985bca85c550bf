package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import java.time.Duration;

/// Takes pages in: what is new is kept and announced; what is not new is only remembered as seen.
record Intake(SourcePolicy policy, Ports ports, Duration revisitAfter, Run run) {

  PageState seen(PageState state, FetchedPage page) {
    if (!state.differs(page)) {
      return unchanged(state);
    }
    String snapshot = ports.snapshots().keep(page, policy);
    run.announcements().fetched(state.nextPageId(page), state, page, snapshot);
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
    if (state.differs(page)) {
      PageId id = state.nextPageId(page);
      refused(id, state.target(), state.address(), page, PageRefusal.GONE);
    }
    return state.gone(page);
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
    String snapshot = ports.snapshots().keep(page, policy);
    run.announcements().refused(id, target, address, page, snapshot, reason);
  }
}
