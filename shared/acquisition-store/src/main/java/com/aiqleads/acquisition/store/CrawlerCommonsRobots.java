package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.RobotsRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// RFC 9309 as crawler-commons reads it.
final class CrawlerCommonsRobots implements ReadRobots {

  @Override
  public RobotsRules read(URI url, PageBytes body, String contentType, String robotsName) {
    SimpleRobotRules rules =
        new SimpleRobotRulesParser()
            .parseContent(
                url.toString(),
                body.toArray(),
                contentType,
                List.of(robotsName.toLowerCase(Locale.ROOT)));
    return new Parsed(rules);
  }

  private record Parsed(SimpleRobotRules rules) implements RobotsRules {

    @Override
    public boolean allows(URI url) {
      return rules.isAllowed(url.toString());
    }

    @Override
    public Duration crawlDelay() {
      long millis = rules.getCrawlDelay();
      return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }
  }
}
