package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.crawling.CrawlLog;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line for each outcome.
final class LoggedCrawls implements CrawlLog {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedCrawls.class);

  @Override
  public void notApproved(String source) {
    LOG.atInfo().addKeyValue("source", source).log("not approved");
  }

  @Override
  public void crawled(Target target, int pages, boolean done) {
    LOG.atInfo()
        .addKeyValue("source", target.source())
        .addKeyValue("market", target.market())
        .addKeyValue("pages", pages)
        .addKeyValue("done", done)
        .log("crawled");
  }

  @Override
  public void spared(Target target, int pages) {
    LOG.atInfo()
        .addKeyValue("source", target.source())
        .addKeyValue("market", target.market())
        .addKeyValue("pages", pages)
        .log("pages spared");
  }

  @Override
  public void failed(Target target, RuntimeException cause) {
    LOG.atWarn().setCause(cause).addKeyValue("market", target.market()).log("crawl failed");
  }

  @Override
  public void failed(PageState page, RuntimeException cause) {
    LOG.atWarn().setCause(cause).addKeyValue("page", page.address()).log("visit failed");
  }
}
