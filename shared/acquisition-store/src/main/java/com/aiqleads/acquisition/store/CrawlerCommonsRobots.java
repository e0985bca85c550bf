package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.RobotsRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
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

    /// The longest that matches, of equals the one that allows: as [SimpleRobotRules] decides.
    @Override
    public String rule(URI url) {
      if (rules.isAllowNone()) {
        return "Disallow: /";
      }
      return rules.getRobotRules().stream()
          .filter(rule -> matches(rule, url))
          .max(
              Comparator.<RobotRule>comparingInt(rule -> rule.getPrefix().length())
                  .thenComparing(RobotRule::isAllow))
          .map(rule -> (rule.isAllow() ? "Allow: " : "Disallow: ") + rule.getPrefix())
          .orElse("");
    }

    /// Asked of a file that forbids this alone.
    private static boolean matches(RobotRule rule, URI url) {
      SimpleRobotRules alone = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
      alone.addRule(rule.getPrefix(), false);
      return !alone.isAllowed(url.toString());
    }

    @Override
    public Duration crawlDelay() {
      long millis = rules.getCrawlDelay();
      return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }
  }
}
