package com.aiqleads.acquisition.scrapecraigslist;

import com.aiqleads.acquisition.store.ScraperContract;
import java.util.List;

class ScrapeCraigslistHandlerTest extends ScraperContract {

  ScrapeCraigslistHandlerTest() {
    super(
        "scrape-craigslist",
        List.of("craigslist"),
        104,
        ScrapeCraigslistHandler::new,
        ScrapeCraigslistHandler::new);
  }
}
