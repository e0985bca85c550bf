package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.CraigslistResults.Row;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CraigslistResultsTest {

  private static final String SEARCH = Pages.text("craigslist-search.html");

  @Test
  void readsTheRowsOfTodayWithWhatTheDataSaysOfThem() {
    List<Row> rows = rows(SEARCH);

    assertThat(rows)
        .extracting(Row::title)
        .containsExactly("Bungalow", "Corner lot", "Ranch", "Ranch", "Condo & pool");
    assertThat(rows).extracting(Row::token).contains("AAAAAAAAAAAAAAAAAA--_4").doesNotContainNull();
    assertThat(rows)
        .extracting(Row::price)
        .containsExactly(
            Money.usd(200_000_00),
            Money.usd(310_000_00),
            Money.usd(420_000_00),
            Money.usd(430_000_00),
            Money.usd(510_000_00));
    assertThat(rows)
        .extracting(Row::point)
        .containsExactly(null, new GeoPoint(25.1, -80.1), new GeoPoint(25.2, -80.2), null, null);
    assertThat(rows.getFirst().place()).isEqualTo("Wynwood");
    assertThat(rows.get(1).place()).isNull();
    assertThat(rows.get(4).address()).isEqualTo(new RawAddress(null, "Miami Beach", "FL", null));
  }

  /// Its data names the currency, its row shows the sign alone.
  @Test
  void aRowOfAnotherCurrencyHasNoPrice() {
    String abroad = SEARCH.replaceFirst("\"priceCurrency\": ?\"USD\"", "\"priceCurrency\":\"CAD\"");

    assertThat(abroad).isNotEqualTo(SEARCH);
    assertThat(rows(abroad)).extracting(Row::price).containsOnlyOnce((Money) null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RATE_LIMITED | <p>This IP has been automatically blocked.</p>",
        "CHALLENGE    | <h1>Sorry, you have been blocked</h1>",
        "             | <p>This posting has been deleted by its author.</p>",
        "             | <p>Hello</p>"
      })
  void tellsOfAPageOfAPostingWhetherTheSiteWantsUs(@Nullable PageRefusal reason, String page) {
    assertThat(CraigslistResults.obstacle(page, Pages.CRAIGSLIST_URL).orElse(null))
        .isEqualTo(reason);
  }

  @Test
  void givesNoRowThePlaceOfAnotherOfTheSameName() {
    String unpriced = SEARCH.replace("$420,000", "").replace("$430,000", "");

    assertThat(rows(unpriced).get(2).point()).isNull();
    assertThat(rows(unpriced).get(3).point()).isNull();
    assertThat(rows(unpriced).get(1).point()).isEqualTo(new GeoPoint(25.1, -80.1));
  }

  @Test
  void joinsWhatRepeatsAsOftenInBoth() {
    List<String> names = List.of("a", "b", "a");

    assertThat(Alignment.of(names, names, String::equals)).containsExactly(0, 1, 2);
    assertThat(Alignment.of(names, List.of("a", "b"), String::equals)).containsExactly(0, 1, -1);
    assertThat(Alignment.of(names, List.of("a"), String::equals)).containsExactly(-1, -1, -1);
    assertThat(Alignment.of(names, List.of("c", "b"), String::equals)).containsExactly(-1, 1, -1);
    assertThat(Alignment.of(List.of("a"), names, String::equals)).containsExactly(-1);
  }

  @Test
  void aSearchIsReadAsTheLittleItSaysOfEachPosting() {
    Read read =
        (Read)
            PageParser.of(Source.CRAIGSLIST)
                .read(
                    Pages.craigslist(Pages.CRAIGSLIST_SEARCH_URL, twice("AAAAAAAAAAAAAAAAAAAAA1")));

    assertThat(read.listings()).hasSize(5);
    ParsedListing second = read.listings().get(1);
    assertThat(second.listing().id())
        .isEqualTo(Listing.idOf(Source.CRAIGSLIST, "AAAAAAAAAAAAAAAAAAAAA2"));
    assertThat(second.listing().url())
        .isEqualTo("https://www.craigslist.org/view/d/miami-corner-lot/AAAAAAAAAAAAAAAAAAAAA2");
    assertThat(second.listing().photoUrls())
        .containsExactly("https://images.craigslist.org/00a0a_a_600x450.jpg");
    assertThat(second.location()).isEqualTo(new GeoPoint(25.1, -80.1));
  }

  @Test
  void readsTheGridThatABrowserDraws() {
    Row row =
        only(
            """
            <div class="cl-search-results"><div class="cl-search-result" data-pid="7890123456">
            <a class="main" href="https://www.craigslist.org/view/d/x/AAAAAAAAAAAAAAAAAAAAA1"><img src="/empty.png"></a>
            <a class="posting-title" href="https://www.craigslist.org/view/d/x/AAAAAAAAAAAAAAAAAAAAA1"><span class="label">House</span></a>
            <span class="priceinfo">$310,000</span><span class="housing-meta"><span class="post-bedrooms">3br</span>
            <span class="post-sqft">1,500ft2</span></span><span class="result-location">Miami</span></div></div>
            """);

    assertThat(row.number()).isEqualTo("7890123456");
    assertThat(row.token()).isEqualTo("AAAAAAAAAAAAAAAAAAAAA1");
    assertThat(row.id()).isEqualTo("7890123456");
    assertThat(row.title()).isEqualTo("House");
    assertThat(row.price()).isEqualTo(Money.usd(310_000_00));
    assertThat(row.place()).isEqualTo("Miami");
    assertThat(row.property().bedrooms()).isEqualTo(3);
    assertThat(row.property().livingAreaSqft()).isEqualTo(1500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=meta>9/1<span class=separator></span>3br<span class=separator></span>1,500ft<sup>2</sup></div>",
        "<div class=meta><span>9/1</span><span class=separator></span><span class=housing-meta>"
            + "<span class=post-bedrooms>3br</span><span class=post-sqft>1,500ft<span>2</span></span></span></div>"
      })
  void takesNoDateForRooms(String meta) {
    Row row =
        only(
            """
            <div class="cl-search-results"><div class="cl-search-result" data-pid="7890123456">
            <a class="posting-title" href="https://www.craigslist.org/view/d/x/AAAAAAAAAAAAAAAAAAAAA1"><span class="label">House</span></a>
            %s</div></div>
            """
                .formatted(meta));

    assertThat(row.property().bedrooms()).isEqualTo(3);
    assertThat(row.property().livingAreaSqft()).isEqualTo(1500);
  }

  @Test
  void readsTheRowsOf2016() {
    Row row =
        only(
            """
            <ul class="rows"><li class="result-row" data-pid="5890123456">
            <a href="/mdc/reo/5890123456.html" class="result-image"></a>
            <p class="result-info"><time class="result-date" datetime="2016-11-03 10:00">Nov 3</time>
            <a href="/mdc/reo/5890123456.html" class="result-title hdrlnk">House</a>
            <span class="result-price">$310000</span><span class="housing">3br - 1500ft<sup>2</sup> -</span>
            <span class="result-hood"> (Miami)</span></p></li></ul>
            """);

    assertThat(row.url()).isEqualTo("https://www.craigslist.org/mdc/reo/5890123456.html");
    assertThat(row.number()).isEqualTo("5890123456");
    assertThat(row.title()).isEqualTo("House");
    assertThat(row.price()).isEqualTo(Money.usd(310_000_00));
    assertThat(row.place()).isEqualTo("Miami");
    assertThat(row.postedOn()).isEqualTo(LocalDate.of(2016, 11, 3));
    assertThat(row.property().bedrooms()).isEqualTo(3);
  }

  @Test
  void readsTheRowsOf2012() {
    Row row =
        only(
            """
            <p class="row" data-latitude="0" data-longitude="0" data-pid="3290123456">
            <a href="http://miami.craigslist.org/mdc/reo/3290123456.html" class="i"></a>
            <span class="pl"><span class="date">Nov 2</span>
            <a href="http://miami.craigslist.org/mdc/reo/3290123456.html">House</a></span>
            <span class="l2"><span class="price">$310000</span><span class="pnr"><small> (Miami)</small></span></span></p>
            """);

    assertThat(row.title()).isEqualTo("House");
    assertThat(row.price()).isEqualTo(Money.usd(310_000_00));
    assertThat(row.place()).isEqualTo("Miami");
    assertThat(row.point()).isNull();
  }

  @Test
  void readsTheRowsOf2009() {
    Row row =
        only(
            """
            <p class="row"> Nov 2 -
            <a href="http://miami.craigslist.org/mdc/reo/1290123456.html">$310000 / 3br - House -</a>
            <font size="-1"> (Miami)</font> <span class="p"> pic</span></p>
            """);

    assertThat(row.number()).isEqualTo("1290123456");
    assertThat(row.title()).isEqualTo("House");
    assertThat(row.price()).isEqualTo(Money.usd(310_000_00));
    assertThat(row.place()).isEqualTo("Miami");
    assertThat(row.property().bedrooms()).isEqualTo(3);
  }

  @Test
  void leavesWhatNoTruePageHas() {
    String rows =
        IntStream.range(0, CraigslistResults.MAX_ROWS + 1)
            .mapToObj(
                row ->
                    "<li class=cl-static-search-result><a href='/view/d/x/AAAAAAAAAAAAAAAAAA%04d'>x</a>"
                        .formatted(row))
            .collect(Collectors.joining());
    CraigslistResults results = results(rows);

    assertThat(results.rows()).hasSize(CraigslistResults.MAX_ROWS);
    assertThat(results.crowded()).isTrue();
  }

  @Test
  void dataOfAnyLengthDoesNotMakeAPageTooLarge() {
    String longer = SEARCH.replace("\"image\":[", "\"image\":[" + "\"x\",".repeat(400_000));

    assertThat(rows(longer)).hasSize(5);
  }

  /// The search with the row of this token once more at its end.
  private static String twice(String token) {
    int start = SEARCH.lastIndexOf("<li", SEARCH.indexOf(token));
    String row = SEARCH.substring(start, SEARCH.indexOf("</li>", start));
    return SEARCH.replace("</ol>", row + "</ol>");
  }

  private static Row only(String html) {
    List<Row> rows = rows(html);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static List<Row> rows(String html) {
    return results(html).rows();
  }

  private static CraigslistResults results(String html) {
    return CraigslistResults.of(html, Pages.CRAIGSLIST_SEARCH_URL).orElseThrow();
  }
}
