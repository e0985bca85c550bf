package com.aiqleads.acquisition.scrapefacebook;

import com.aiqleads.acquisition.store.ScraperContract;
import java.util.List;

class ScrapeFacebookHandlerTest extends ScraperContract {

  ScrapeFacebookHandlerTest() {
    super(
        "scrape-facebook",
        List.of("facebook"),
        80,
        ScrapeFacebookHandler::new,
        ScrapeFacebookHandler::new);
  }
}
