package com.aiqleads.acquisition.scrapezillow;

import com.aiqleads.acquisition.store.ScraperContract;
import java.util.List;

class ScrapeZillowHandlerTest extends ScraperContract {

  ScrapeZillowHandlerTest() {
    super(
        "scrape-zillow", List.of("zillow"), 67, ScrapeZillowHandler::new, ScrapeZillowHandler::new);
  }
}
