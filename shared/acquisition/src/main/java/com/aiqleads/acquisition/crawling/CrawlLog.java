package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;

/// What a crawl tells whoever watches it.
public interface CrawlLog {

  void notApproved(String source);

  void crawled(Target target, int pages, boolean done);

  /// Pages that were left alone and forgotten, since whom they are about wants it.
  void spared(Target target, int pages);

  /// A market that failed; the next has its turn.
  void failed(Target target, RuntimeException cause);

  /// A page that failed; it stays due.
  void failed(PageState page, RuntimeException cause);
}
