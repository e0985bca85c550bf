package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZillowPageStateTest {

  private static final String CAPTCHA =
      "<script src='https://geo.captcha-delivery.com/captcha/c.js'></script>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHALLENGE    | <h1>Press & Hold to confirm you are a human</h1>",
        "CHALLENGE    | <h1>Press &amp; Hold</h1>",
        "CHALLENGE    | <div id=px-captcha></div>",
        "CHALLENGE    | <title>x</title><p>Access to this page has been denied",
        "CHALLENGE    | <script>var dd={'host':'geo.captcha-delivery.com'}</script>",
        "RATE_LIMITED | <h1>Too Many Requests</h1>",
        "RATE_LIMITED | <h1>Access Denied</h1>",
        "LOGIN        | <form><input type=password></form>",
        "CONSENT      | <p>Before you continue to the site</p>",
        "NOT_FOUND    | <h1>This page isn't available</h1>",
        "NOT_FOUND    | <h1>Page Not Found</h1>",
        "UNREACHED    | <title>www.zillow.com</title><p>This site can’t be reached</p>",
        "UNREACHED    | <title>www.zillow.com</title><div id=main-frame-error>x</div>",
        "UNREACHED    | <h1>502 Bad Gateway</h1>",
        "UNPAINTED    | <noscript></noscript>",
        "UNKNOWN      | <p>Welcome to our new site!</p>",
        "UNKNOWN      | <title>Zillow: homes for sale</title><p>something</p>"
      })
  void tellsWhatAPageIsBeforeReadingIt(PageState state, String html) {
    assertThat(reading(html)).isEqualTo(new Refused(state, PageRefusal.of(state)));
  }

  @Test
  void aSearchThatSaysThatItHasNothingIsEmpty() {
    assertThat(reading(ZillowPages.search("[]", 0, "")))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
    assertThat(reading(ZillowPages.state("[]", 0)))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
  }

  @Test
  void aSearchWithoutTheRowsThatItCountsIsNotEmpty() {
    assertThat(reading(ZillowPages.search("[]", 12, "")))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @Test
  void aHomeThatIsSoldIsGone() {
    String sold = ZillowPages.HOME.replace("FOR_SALE", "RECENTLY_SOLD");

    assertThat(
            PageParser.of(Source.ZILLOW)
                .read(ZillowPages.page(ZillowPages.HOME_URL, ZillowPages.home(sold))))
        .isEqualTo(new Refused(PageState.GONE, PageRefusal.GONE));
  }

  @Test
  void aPageWithItsContentIsNoChallengeWhateverElseItSays() {
    String words =
        ZillowPages.HOME.replace("mango tree", "tree. Press & Hold! Please log in to see");

    assertThat(
            PageParser.of(Source.ZILLOW)
                .read(ZillowPages.page(ZillowPages.HOME_URL, CAPTCHA + ZillowPages.home(words))))
        .isInstanceOf(Read.class);
    assertThat(reading(CAPTCHA + ZillowPages.search(ZillowPages.ROWS))).isInstanceOf(Read.class);
  }

  @Test
  void aScriptAgainstRobotsInALargePageIsNoChallenge() {
    String page = "<script>'captcha-delivery'</script><p>" + "word ".repeat(20_000);

    assertThat(reading(page)).isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.UNKNOWN));
  }

  private static PageReading reading(String html) {
    return PageParser.of(Source.ZILLOW).read(ZillowPages.page(ZillowPages.SEARCH_URL, html));
  }
}
