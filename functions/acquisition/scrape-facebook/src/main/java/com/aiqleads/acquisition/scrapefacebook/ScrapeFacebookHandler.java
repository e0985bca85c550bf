package com.aiqleads.acquisition.scrapefacebook;

import com.aiqleads.acquisition.store.ScrapeFunction;
import io.micronaut.context.ApplicationContext;

/// Crawls the site whenever the schedule says so.
public final class ScrapeFacebookHandler extends ScrapeFunction {

  private static final String STEP = "scrape-facebook";

  public ScrapeFacebookHandler() {
    super(STEP);
  }

  public ScrapeFacebookHandler(ApplicationContext context) {
    super(context, STEP);
  }
}
