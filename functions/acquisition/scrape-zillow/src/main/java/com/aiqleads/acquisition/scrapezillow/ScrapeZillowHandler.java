package com.aiqleads.acquisition.scrapezillow;

import com.aiqleads.acquisition.store.ScrapeFunction;
import io.micronaut.context.ApplicationContext;

/// Crawls the site whenever the schedule says so.
public final class ScrapeZillowHandler extends ScrapeFunction {

  private static final String STEP = "scrape-zillow";

  public ScrapeZillowHandler() {
    super(STEP);
  }

  public ScrapeZillowHandler(ApplicationContext context) {
    super(context, STEP);
  }
}
