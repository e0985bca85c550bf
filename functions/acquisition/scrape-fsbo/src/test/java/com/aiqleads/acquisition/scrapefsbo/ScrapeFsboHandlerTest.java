package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.store.ScraperContract;
import java.util.List;

class ScrapeFsboHandlerTest extends ScraperContract {

  ScrapeFsboHandlerTest() {
    super(
        "scrape-fsbo",
        List.of("fsbo", "forsalebyowner"),
        102,
        ScrapeFsboHandler::new,
        ScrapeFsboHandler::new);
  }
}
