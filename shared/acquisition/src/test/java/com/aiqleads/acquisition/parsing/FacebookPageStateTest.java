package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookPageStateTest {

  private static final String NO_RESULTS =
      "[{\"node\":{\"__typename\":\"MarketplaceSearchFeedNoResults\"}}%s]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RATE_LIMITED | <p>Rate limit exceeded</p>",
        "RATE_LIMITED | <form><input type=password></form><script>{\"errors\":[{\"message\":\"Rate limit exceeded\"}]}</script>",
        "LOGIN        | <link rel=canonical href='https://www.facebook.com/login'><p>x",
        "LOGIN        | <link rel=canonical href='https://www.facebook.com/login/device-based/regular/login/'><p>x",
        "LOGIN        | <link rel=canonical href='https://m.facebook.com/login.php?next=x'><p>x",
        "LOGIN        | <form><input type=password></form>",
        "CONSENT      | <div data-cookiebanner=banner>Allow the use of cookies from Facebook?</div>",
        "CONSENT      | <div data-testid=cookie-policy-manage-dialog>x</div>",
        "GONE         | <h1>This Listing Isn’t Available Anymore</h1>",
        "CHALLENGE    | <p>Verify you are human</p>",
        "UNREACHED    | <title>www.facebook.com</title><p>This site can’t be reached</p>",
        "UNREACHED    | <h1>502 Bad Gateway</h1>",
        "UNPAINTED    | <noscript></noscript>",
        "UNKNOWN      | <title>Facebook Marketplace</title><p>Welcome to our new site!</p>"
      })
  void tellsWhatAPageIsBeforeReadingIt(PageState state, String html) {
    assertThat(reading(FacebookPages.SEARCH_URL, html))
        .isEqualTo(new Refused(state, PageRefusal.of(state)));
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, comet.fbweb.CometErrorRoute",
    "LOGIN,     comet.fbweb.CometLoginRoute",
    "UNPAINTED, comet.fbweb.CometMarketplaceSearchRoute",
    "UNPAINTED, comet.fbweb.CometMarketplaceHoistedPermalinkRoute"
  })
  void aRouteTellsWhatAPageWithoutContentIs(PageState state, String route) {
    String page = FacebookPages.page(route, "<input type=password><p>Log in to see more</p>");

    assertThat(reading(FacebookPages.ITEM_URL, page))
        .isEqualTo(new Refused(state, PageRefusal.of(state)));
  }

  @Test
  void aPageThatIsNotFoundSaysSoByItsRouteWhateverElseItShows() {
    String picks =
        "<div aria-label='Collection of Marketplace items'>"
            + "<a href='/marketplace/item/1/'><span>$649,900</span><span>3 beds 2 baths</span></a></div>";
    String page = FacebookPages.page(FacebookPages.ERROR_ROUTE, FacebookPages.FEED + picks);

    for (String url : new String[] {FacebookPages.ITEM_URL, FacebookPages.SEARCH_URL}) {
      assertThat(reading(url, page))
          .isEqualTo(new Refused(PageState.NOT_FOUND, PageRefusal.NOT_FOUND));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/login/?next=%2Fmarketplace%2Fitem%2F1%2F",
        "https://www.facebook.com/login.php",
        "https://www.facebook.com/checkpoint/?next",
        "http://127.0.0.1:9100/facebook/login/"
      })
  void anAddressToSignInAtIsALogin(String url) {
    assertThat(reading(url, "<p>Hello</p>"))
        .isEqualTo(new Refused(PageState.LOGIN, PageRefusal.LOGIN));
  }

  @Test
  void aSearchThatFindsNothingSaysSo() {
    Refused empty = new Refused(PageState.EMPTY, PageRefusal.EMPTY);
    String url = FacebookPages.SEARCH_URL;
    String route = FacebookPages.SEARCH_ROUTE;

    assertThat(reading(url, FacebookPages.search(NO_RESULTS.formatted("")))).isEqualTo(empty);
    assertThat(reading(url, FacebookPages.page(route, "<p>No listings found</p>")))
        .isEqualTo(empty);
    assertThat(
            reading(
                url,
                FacebookPages.page(
                    route,
                    "<script>'__typename':'MarketplaceSearchFeedNoResults'</script><p>x</p>")))
        .isEqualTo(empty);
  }

  @Test
  void whatStandsBelowNoResultsWasNotSearchedFor() {
    String rows = FacebookPages.ROWS.strip();
    String below = NO_RESULTS.formatted("," + rows.substring(1, rows.length() - 1));

    assertThat(reading(FacebookPages.SEARCH_URL, FacebookPages.search(below)))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
  }

  /// As the site's answers to scripts are since September 2026.
  @Test
  void rowsWithoutWhatTheyAreAboutAreNoneAndNotNothing() {
    String bare = "[{\"node\":{\"story_key\":\"1\",\"tracking\":\"x\",\"id\":\"2\"}}]";

    assertThat(reading(FacebookPages.SEARCH_URL, FacebookPages.search(bare)))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
    assertThat(
            reading(
                FacebookPages.SEARCH_URL, "{\"data\":{" + FacebookPages.answer(bare, "") + "}}"))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @Test
  void aPageWithItsContentIsWhatItIsWhateverElseItSays() {
    String words =
        FacebookPages.TEXT.replace(
            "mango tree.", "tree. Rate limit exceeded! Please log in to see");
    String around = "<div data-cookiebanner=x>cookies</div><input type=password>";

    assertThat(
            reading(
                FacebookPages.ITEM_URL,
                FacebookPages.item(FacebookPages.KIND, words, around + FacebookPages.DRAWN)))
        .isInstanceOf(Read.class);
    assertThat(
            reading(FacebookPages.SEARCH_URL, FacebookPages.search(FacebookPages.ROWS, "", around)))
        .isInstanceOf(Read.class);
  }

  @Test
  void aPageThatIsTornOrTooLargeIsRefusedAsSuch() {
    String item = FacebookPages.item(FacebookPages.TEXT);
    String search = FacebookPages.search(FacebookPages.ROWS);

    assertThat(reading(FacebookPages.ITEM_URL, item.substring(0, item.indexOf("creation_time"))))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
    assertThat(reading(FacebookPages.SEARCH_URL, search.substring(0, search.indexOf("Hialeah"))))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.MALFORMED));
    assertThat(reading(FacebookPages.ITEM_URL, "<p>x".repeat(Html.MAX_TAGS + 1)))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
  }

  private static PageReading reading(String url, String html) {
    return PageParser.of(Source.FACEBOOK).read(FacebookPages.of(url, html));
  }
}
