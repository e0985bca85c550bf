package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;

/// Nobody watches.
public final class SilentCrawls implements CrawlLog {

  @Override
  public void notApproved(String source) {}

  @Override
  public void crawled(Target target, int pages, boolean done) {}

  @Override
  public void spared(Target target, int pages) {}

  @Override
  public void failed(Target target, RuntimeException cause) {}

  @Override
  public void failed(PageState page, RuntimeException cause) {}
}
