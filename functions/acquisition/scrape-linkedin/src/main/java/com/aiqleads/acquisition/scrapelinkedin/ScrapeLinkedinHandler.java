package com.aiqleads.acquisition.scrapelinkedin;

import com.aiqleads.acquisition.store.ScrapeFunction;
import io.micronaut.context.ApplicationContext;

/// Crawls the site whenever the schedule says so.
public final class ScrapeLinkedinHandler extends ScrapeFunction {

  private static final String STEP = "scrape-linkedin";

  public ScrapeLinkedinHandler() {
    super(STEP);
  }

  public ScrapeLinkedinHandler(ApplicationContext context) {
    super(context, STEP);
  }
}
