package com.aiqleads.acquisition.scrapelinkedin;

import com.aiqleads.acquisition.store.ScraperContract;
import java.util.List;

class ScrapeLinkedinHandlerTest extends ScraperContract {

  ScrapeLinkedinHandlerTest() {
    super(
        "scrape-linkedin",
        List.of("linkedin"),
        51,
        ScrapeLinkedinHandler::new,
        ScrapeLinkedinHandler::new);
  }
}
