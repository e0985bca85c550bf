package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FsboResultsTest {

  private static final String URL = "https://fsbo.com/listings/search/results/";
  private static final String LINK = "<a href='/listings/listings/show/id/%s/'>A home</a>";
  private static final String SIGN_IN = "<form><input type=password></form>";

  @Test
  void takesTheLinksOfTheResultsAndNotWhatIsRecommendedBesideThem() {
    String page =
        "<aside>%s</aside><div class='grid listings'><div class=listing-right>%s</div></div>"
            .formatted(LINK.formatted("9"), LINK.formatted("1"));

    assertThat(links(page)).containsExactly("/listings/listings/show/id/1/");
    assertThat(of(page).refusal()).isNull();
  }

  @Test
  void takesTheLinksOfAPageWhoseBlockOfResultsIsCalledOtherwise() {
    assertThat(links(SIGN_IN + LINK.formatted("1"))).hasSize(1);
  }

  @Test
  void takesNothingThatIsRecommendedWhereNothingWasFound() {
    String page = "<div class=listings></div><aside>" + LINK.formatted("9") + "</aside>";

    assertThat(of(page)).isEqualTo(new FsboResults(List.of(), PageRefusal.EMPTY));
  }

  @Test
  void takesAHomeOfAnotherSearchNotForAnAnswer() {
    String home = "<table class=listing-data><tr><td>Listing ID:<td>5</table>";

    assertThat(of(home + LINK.formatted("9")).refusal()).isEqualTo(PageRefusal.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMPTY        | <p>0 listings</p>",
        "EMPTY        | <form><input type=password></form><div class=listings></div>",
        "EMPTY        | <form><input type=password></form><p>No results</p>",
        "LOGIN        | <form><input type=password></form>",
        "CHALLENGE    | <h1>Sorry, you have been blocked</h1>",
        "RATE_LIMITED | <h1>Too Many Requests</h1>",
        "UNPAINTED    | <div id=app></div>",
        "UNKNOWN      | <p>This listing has expired.</p>",
        "UNKNOWN      | <p>Welcome to our new site!</p>"
      })
  void tellsWhyThereIsNothing(PageRefusal reason, String page) {
    assertThat(of(page)).isEqualTo(new FsboResults(List.of(), reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHALLENGE    | <h1>Sorry, you have been blocked</h1>",
        "LOGIN        | <form><input type=password></form>",
        "RATE_LIMITED | <h1>Too Many Requests</h1>",
        "             | <p>Welcome to our new site!</p>",
        "             | <p>This listing has expired.</p>",
        "             | <form><input type=password></form><p class=price>$450,000</p>",
        "             | <table class=listing-data><tr><td>Listing ID:<td>5</table>"
      })
  void tellsOfAPageOfAHomeWhetherTheSiteWantsUs(@Nullable PageRefusal reason, String page) {
    assertThat(FsboResults.obstacle(page, URL).orElse(null)).isEqualTo(reason);
  }

  private static List<String> links(String page) {
    return of(page).links().stream().map(link -> link.attr("href")).toList();
  }

  private static FsboResults of(String page) {
    return FsboResults.of(Html.parse(page, URL).orElseThrow());
  }
}
