package com.aiqleads.acquisition.scrapecraigslist;

import com.aiqleads.acquisition.store.ScrapeFunction;
import io.micronaut.context.ApplicationContext;

/// Crawls the site whenever the schedule says so.
public final class ScrapeCraigslistHandler extends ScrapeFunction {

  private static final String STEP = "scrape-craigslist";

  public ScrapeCraigslistHandler() {
    super(STEP);
  }

  public ScrapeCraigslistHandler(ApplicationContext context) {
    super(context, STEP);
  }
}
