package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.store.ScrapeFunction;
import io.micronaut.context.ApplicationContext;

/// Crawls both sites whenever the schedule says so.
public final class ScrapeFsboHandler extends ScrapeFunction {

  private static final String STEP = "scrape-fsbo";

  public ScrapeFsboHandler() {
    super(STEP);
  }

  public ScrapeFsboHandler(ApplicationContext context) {
    super(context, STEP);
  }
}
