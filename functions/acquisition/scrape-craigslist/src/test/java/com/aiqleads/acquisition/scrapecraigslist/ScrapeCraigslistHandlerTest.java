package com.aiqleads.acquisition.scrapecraigslist;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.store.ScraperContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScrapeCraigslistHandlerTest extends ScraperContract {

  ScrapeCraigslistHandlerTest() {
    super(
        "scrape-craigslist",
        List.of("craigslist"),
        104,
        ScrapeCraigslistHandler::new,
        ScrapeCraigslistHandler::new);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ScrapeCraigslistHandler deployed = new ScrapeCraigslistHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }
}
