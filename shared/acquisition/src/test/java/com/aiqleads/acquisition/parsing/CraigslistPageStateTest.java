package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CraigslistPageStateTest {

  private static final String STATICS =
      "<link href='https://www.craigslist.org/static/a'>"
          + "<link href='https://www.craigslist.org/static/b'>";
  private static final String CONTAINER = "<ol class=cl-static-search-results></ol>";
  private static final String DATA =
      "<script type='application/ld+json' id='ld_searchpage_results'>{'itemListElement':[{'item':"
          + "{'name':'a'}}]}</script>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GONE         | <div class=removed><h2>This posting has expired.</h2></div>",
        "GONE         | <div id=removed>This posting has been deleted by its author.</div>",
        "GONE         | <div class=removed>Flagged for removal</div>",
        "GONE         | <p>This posting has been flagged for removal.</p>",
        "NOT_FOUND    | <h1>404 Error</h1><p>There is nothing here</p>",
        "NOT_FOUND    | <h1>Page Not Found</h1>",
        "CHALLENGE    | <div id='cf-challenge'>Checking your browser</div>",
        "RATE_LIMITED | <p>This IP has been automatically blocked.</p>",
        "RATE_LIMITED | <h1>Too Many Requests</h1>",
        "LOGIN        | <form><input type=password></form>",
        "CONSENT      | <p>Before you continue to the site</p>",
        "UNREACHED    | <title>www.craigslist.org</title><p>This site can’t be reached</p>",
        "UNREACHED    | <title>www.craigslist.org</title><div id=main-frame-error>x</div>",
        "UNREACHED    | <h1>502 Bad Gateway</h1>",
        "UNPAINTED    | <div id=search-results-page><div class=cl-search-results></div></div>",
        "UNPAINTED    | <noscript></noscript>",
        "UNKNOWN      | <p>Welcome to our new site!</p>",
        "UNKNOWN      | <title>house - craigslist</title><p>something</p>"
      })
  void tellsWhatAPageIsBeforeReadingIt(PageState state, String html) {
    assertThat(reading(html)).isEqualTo(new Refused(state, PageRefusal.of(state)));
  }

  @Test
  void aWholePageWithoutRowsOrDataIsEmpty() {
    assertThat(reading(STATICS + CONTAINER))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
  }

  @Test
  void anEmptyListInTheDataIsNoData() {
    String data = DATA.replace("{'item':{'name':'a'}}", "").replace('\'', '"');

    assertThat(reading(STATICS + data + CONTAINER))
        .isEqualTo(new Refused(PageState.EMPTY, PageRefusal.EMPTY));
  }

  @Test
  void aContainerWithoutTheSiteAroundItSaysNothing() {
    assertThat(reading(CONTAINER + "<p>x</p>"))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.UNKNOWN));
  }

  @Test
  void rowsThatOnlyTheDataHasAreNotYetPainted() {
    assertThat(reading(STATICS + DATA.replace('\'', '"') + CONTAINER))
        .isEqualTo(new Refused(PageState.UNPAINTED, PageRefusal.UNPAINTED));
  }

  @Test
  void theWordsOfASellerDoNotTellWhatAPageIs() {
    String posting =
        Pages.text("craigslist-posting.html")
            .replace(
                "mango tree",
                "tree. This posting has expired? No! Please log in to see. Too many requests");

    assertThat(
            PageParser.of(Source.CRAIGSLIST).read(Pages.craigslist(Pages.CRAIGSLIST_URL, posting)))
        .isInstanceOf(Read.class);
  }

  @Test
  void aTornPostingIsMalformed() {
    assertThat(reading(STATICS + "<span id=titletextonly>House</span>"))
        .isEqualTo(new Refused(PageState.UNKNOWN, PageRefusal.MALFORMED));
  }

  private static PageReading reading(String html) {
    return PageParser.of(Source.CRAIGSLIST)
        .read(Pages.craigslist(Pages.CRAIGSLIST_SEARCH_URL, html));
  }
}
