package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.RobotsRules;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrawlerCommonsRobotsTest {

  @Test
  void theLongestMatchWinsAndAllowWinsTies() {
    RobotsRules rules =
        rules("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c\n");

    assertThat(rules.allows(page("/a/x"))).isFalse();
    assertThat(rules.allows(page("/a/b"))).isTrue();
    assertThat(rules.allows(page("/c"))).isTrue();
    assertThat(rules.allows(page("/robots.txt"))).isTrue();
  }

  @Test
  void knowsWildcardsAndEnds() {
    RobotsRules rules = rules("User-agent: *\nDisallow: /show/*/preview\nDisallow: /*.pdf$\n");

    assertThat(rules.allows(page("/show/1/preview/"))).isFalse();
    assertThat(rules.allows(page("/show/1/"))).isTrue();
    assertThat(rules.allows(page("/x.pdf"))).isFalse();
    assertThat(rules.allows(page("/x.pdf?page=1"))).isTrue();
  }

  @Test
  void takesTheGroupsOfOurNameTogetherWhateverTheirCase() {
    RobotsRules rules =
        rules(
            """
            \uFEFFUser-agent: *\r
            Disallow: /\r
            User-agent: aiqleadsbot\r
            Disallow: /a\r
            User-Agent: AIQLeadsBot\r
            Disallow: /b\r
            """);

    assertThat(rules.allows(page("/other"))).isTrue();
    assertThat(rules.allows(page("/a"))).isFalse();
    assertThat(rules.allows(page("/b"))).isFalse();
  }

  @Test
  void readsTheCrawlDelayInSecondsAndTheirFractions() {
    assertThat(rules("User-agent: *\nCrawl-delay: 2\nDisallow: /x").crawlDelay())
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(rules("User-agent: *\nCrawl-delay: 0.5\nDisallow: /x").crawlDelay())
        .isEqualTo(Duration.ofMillis(500));
    assertThat(rules("User-agent: *\nDisallow: /x").crawlDelay()).isEqualTo(Duration.ZERO);
  }

  @Test
  void anEmptyFileForbidsNothing() {
    assertThat(rules("").allows(page("/a"))).isTrue();
  }

  private static RobotsRules rules(String text) {
    return new FetchingStore()
        .readRobots()
        .read(page("/robots.txt"), PageBytes.of(text), "text/plain", "AIQLeadsBot");
  }

  private static URI page(String path) {
    return URI.create("https://homes.example" + path);
  }
}
