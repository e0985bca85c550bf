package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.kernel.PageId;

/// Tells the next steps what a crawl brought, each page under a journey of its own.
public interface Announcements {

  /// A page with content that nobody has seen before.
  void fetched(PageId id, PageState state, FetchedPage page, String snapshotKey);

  /// A page of which nothing can become a lead, or not all of it.
  ///
  /// @param address as the crawl knows it
  void refused(
      PageId id,
      Target target,
      String address,
      FetchedPage page,
      String snapshotKey,
      PageRefusal reason);

  /// A page that no search had found for long, and that was gone when somebody looked.
  ///
  /// @param state before that look
  void vanished(PageId id, PageState state, FetchedPage page, String snapshotKey);

  /// Returns when all that was told so far is on its way for good.
  void flush();
}
