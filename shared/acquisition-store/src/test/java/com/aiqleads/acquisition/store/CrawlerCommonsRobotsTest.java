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
  void namesTheLineThatDecides() {
    RobotsRules rules =
        rules(
            "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c\nDisallow: /*.pdf$");

    assertThat(rules.rule(page("/a/x"))).isEqualTo("Disallow: /a");
    assertThat(rules.rule(page("/a/b/c"))).isEqualTo("Allow: /a/b");
    assertThat(rules.rule(page("/c"))).isEqualTo("Allow: /c");
    assertThat(rules.rule(page("/x.pdf"))).isEqualTo("Disallow: /*.pdf$");
    assertThat(rules.rule(page("/other"))).isEmpty();
    assertThat(rules("").rule(page("/other"))).isEmpty();
    assertThat(rules("User-agent: *\nDisallow: /").rule(page("/x"))).isEqualTo("Disallow: /");
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
  void aLongDelayIsKeptAndOneThatAsksForMinutesForbidsTheSite() {
    assertThat(rules("User-agent: *\nCrawl-delay: 31").crawlDelay())
        .isEqualTo(Duration.ofSeconds(31));
    assertThat(rules("User-agent: *\nCrawl-delay: 300").crawlDelay())
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(rules("User-agent: *\nCrawl-delay: 301").allows(page("/a"))).isFalse();
  }

  @Test
  void readsFilesOfHalfAMegabyteToTheirEnd() {
    String lines = "Disallow: /nothing/of/any/interest/to/anybody\n".repeat(14_000);
    RobotsRules rules = rules("User-agent: *\n" + lines + "Disallow: /last\n");

    assertThat(lines).hasSizeGreaterThan(500 * 1_024);
    assertThat(rules.allows(page("/last"))).isFalse();
    assertThat(rules.allows(page("/first"))).isTrue();
  }

  @Test
  void comparesAddressesHoweverTheyAreEscaped() {
    RobotsRules rules = rules("User-agent: *\nDisallow: /%7ejoe/\nDisallow: /caf\u00e9/\n");

    assertThat(rules.allows(page("/~joe/index"))).isFalse();
    assertThat(rules.allows(page("/%7Ejoe/index"))).isFalse();
    assertThat(rules.allows(page("/caf%C3%A9/index"))).isFalse();
  }

  @Test
  void forgivesTheUsualTypos() {
    RobotsRules rules = rules("useragent: *\ndissallow /a\nDISALLOW : /b\n# no\nnonsense\n");

    assertThat(rules.allows(page("/a"))).isFalse();
    assertThat(rules.allows(page("/b"))).isFalse();
    assertThat(rules.allows(page("/c"))).isTrue();
  }

  @Test
  void anotherRobotsGroupIsNotOurs() {
    RobotsRules rules = rules("User-agent: OtherBot\nDisallow: /\n\nUser-agent: *\nDisallow: /a\n");

    assertThat(rules.allows(page("/b"))).isTrue();
    assertThat(rules.allows(page("/a"))).isFalse();
  }

  @Test
  void readsLinesThatEndInAnyWay() {
    for (String end : new String[] {"\n", "\r", "\r\n"}) {
      RobotsRules rules = rules("\uFEFFUser-agent: *" + end + "Disallow: /a" + end);

      assertThat(rules.allows(page("/a"))).isFalse();
      assertThat(rules.allows(page("/b"))).isTrue();
    }
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
