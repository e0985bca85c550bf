package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.ZillowResults.Box;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZillowResultsTest {

  private static final String ROWS = ZillowPages.ROWS;
  private static final String CARDS_OF_2024 =
      """
      <ul><li><article data-test="property-card"><a data-test="property-card-link" href="/homedetails/a/43210001_zpid/">
      <address data-test="property-card-addr">1468 SW 22nd Ter #4, Miami, FL 33146</address></a>
      <span data-test="property-card-price">$649,900<button>Fees may apply</button></span>
      <ul><li><b>3</b> <abbr>bds</abbr></li><li><b>2.5</b> <abbr>ba</abbr></li><li><b>1,742</b> <abbr>sqft</abbr></li></ul>
      </article></li></ul>""";

  @Test
  void readsARowWithAllItSays() {
    ParsedListing first = read(ZillowPages.search(ROWS)).listings().getFirst();

    assertThat(first.listing().id()).isEqualTo(Listing.idOf(Source.ZILLOW, "43210001"));
    assertThat(first.listing().url()).isEqualTo(ZillowPages.HOME_URL);
    assertThat(first.listing().title()).isEqualTo("3 bedroom house for sale in Miami");
    assertThat(first.listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(first.listing().property())
        .isEqualTo(new Property(PropertyType.HOUSE, 3, new BigDecimal("2.5"), 1742, 6098, null));
    assertThat(first.listing().listedOn()).isEqualTo(LocalDate.of(2026, 11, 12));
    assertThat(first.listing().photoUrls())
        .containsExactly(
            "https://photos.zillowstatic.com/fp/aaa-p_e.jpg",
            "https://photos.zillowstatic.com/fp/bbb-p_e.jpg");
    assertThat(first.address())
        .isEqualTo(new RawAddress("1468 SW 22nd Ter #4", "Miami", "FL", "33146"));
    assertThat(first.location()).isEqualTo(new GeoPoint(25.7539, -80.2253));
    assertThat(first.particulars().conflicts()).isEmpty();
    assertThat(first.particulars().byBroker()).isFalse();
  }

  @Test
  void readsTheSearchOfBeforeFebruary2024() {
    String page =
        "<script type='application/json' data-zrr-shared-data-key='mobileSearchPageStore'><!--%s--></script>"
            .formatted(ZillowPages.state(ROWS, 7));

    assertThat(read(page)).isEqualTo(read(ZillowPages.search(ROWS)));
    assertThat(read(page.replace("<!--", " \n").replace("-->", "\n"))).isEqualTo(read(page));
  }

  @Test
  void aRowOfAnotherCurrencyHasNoPrice() {
    String abroad = ROWS.replaceFirst("\"countryCurrency\":\"\\$\"", "\"countryCurrency\":\"CAD\"");

    assertThat(read(ZillowPages.search(abroad)).listings().getFirst().listing().price()).isNull();
  }

  @Test
  void readsWhatIsUndisclosedUnknownOrRelativeAsSuch() {
    ParsedListing second = read(ZillowPages.search(ROWS)).listings().get(1);

    assertThat(second.listing().url())
        .isEqualTo("https://www.zillow.com/homedetails/43210002_zpid/");
    assertThat(second.address()).isEqualTo(new RawAddress(null, "Miami", "FL", "33137"));
    assertThat(second.listing().property().bathrooms()).isNull();
    assertThat(second.listing().listedOn()).isNull();
    assertThat(second.location()).isNull();
    assertThat(second.listing().photoUrls())
        .containsExactly("https://photos.zillowstatic.com/fp/ccc-p_e.jpg");
    assertThat(second.particulars().byBroker()).isTrue();
  }

  @Test
  void aBuildingIsKnownByItsPlaceAndHasNoPriceOfAHome() {
    ParsedListing building = read(ZillowPages.search(ROWS)).listings().get(2);

    assertThat(building.listing().sourceListingId()).isEqualTo("25.7701--80.1931");
    assertThat(building.listing().url())
        .isEqualTo("https://www.zillow.com/apartments/miami-fl/the-flats/5XkKQj/");
    assertThat(building.listing().price()).isNull();
    assertThat(building.particulars().attributes()).containsEntry("units", "2");
  }

  @Test
  void aRowWithoutAnIdHasThatOfItsAddress() {
    ParsedListing fourth = read(ZillowPages.search(ROWS)).listings().get(3);

    assertThat(fourth.listing().sourceListingId()).isEqualTo("43210004");
    assertThat(fourth.address()).isEqualTo(new RawAddress("7 Palm Ave", "Miami", "FL", "33139"));
  }

  @Test
  void refusesWhatIsNotForSaleOrSpeaksOfTwoHomes() {
    Read read = read(ZillowPages.search(ROWS));

    assertThat(read.listings()).hasSize(4);
    assertThat(read.refused())
        .extracting(PageReading.RefusedListing::reason)
        .containsExactly(
            PageRefusal.NOT_FOR_SALE, PageRefusal.UNDER_CONTRACT, PageRefusal.MALFORMED);
  }

  @Test
  void theAnswerThatScriptsAskForHasTheSameRows() {
    Read read = read(ZillowPages.state(ROWS, 7));

    assertThat(read).isEqualTo(read(ZillowPages.search(ROWS)));
  }

  @Test
  void whoSellsWithoutAnAgentStandsInASecondCategory() {
    String page = ZillowPages.search(ROWS).replace("\"cat1\"", "\"cat2\"");

    assertThat(read(page).listings()).hasSize(4);
  }

  @Test
  void comparesARowWithWhatThePageDrawsOfTheSameHome() {
    String other = CARDS_OF_2024.replace("2.5", "2").replace("$649,900", "$639,900");

    assertThat(read(ZillowPages.search(ROWS, 7, CARDS_OF_2024)))
        .isEqualTo(read(ZillowPages.search(ROWS)));
    assertThat(
            read(ZillowPages.search(ROWS, 7, other))
                .listings()
                .getFirst()
                .particulars()
                .conflicts())
        .extracting(Conflict::field)
        .containsExactlyInAnyOrder("price", "bathrooms");
    assertThat(
            read(ZillowPages.search(ROWS, 7, other.replace("43210001", "43210077")))
                .listings()
                .getFirst()
                .particulars()
                .conflicts())
        .isEmpty();
  }

  @Test
  void readsTheCardsOfAPageWithoutItsData() {
    String cardOf2026 =
        CARDS_OF_2024
            .replace(
                "<article data-test=\"property-card\">",
                "<div class='StyledPropertyCardInventoryBox-c11n-10-14-1'>")
            .replace("</article>", "</div>")
            .replace("property-card-link", "property-card-title-link");

    for (String page : List.of(CARDS_OF_2024, cardOf2026)) {
      ParsedListing only = read(page).listings().getFirst();
      assertThat(only.listing().id()).isEqualTo(Listing.idOf(Source.ZILLOW, "43210001"));
      assertThat(only.listing().url())
          .isEqualTo("https://www.zillow.com/homedetails/a/43210001_zpid/");
      assertThat(only.listing().price()).isEqualTo(Money.usd(649_900_00));
      assertThat(only.listing().property().bedrooms()).isEqualTo(3);
      assertThat(only.listing().property().bathrooms()).isEqualByComparingTo("2.5");
      assertThat(only.listing().property().livingAreaSqft()).isEqualTo(1742);
      assertThat(only.address().street()).isEqualTo("1468 SW 22nd Ter #4");
    }
  }

  @Test
  void aBlockAboutTwoHomesIsNobodysCard() {
    String two =
        CARDS_OF_2024.replace(
            "</article>", "<a href='/homedetails/b/43210002_zpid/'>x</a></article>");

    assertThat(ZillowResults.of(two, ZillowPages.SEARCH_URL).orElseThrow().found()).isEmpty();
  }

  @Test
  void readsANumberToCallThatSomeRowsShow() {
    String phone =
        "[{\"zpid\":\"1\",\"detailUrl\":\"/homedetails/x/1_zpid/\",\"listCardRecommendation\":"
            + "{\"ctaRecommendations\":[{\"contentType\":\"EMAIL\",\"displayString\":\"x\"},"
            + "{\"contentType\":\"PHONE\",\"displayString\":\"(305) 958-1117\"}]}}]";

    assertThat(read(ZillowPages.search(phone)).listings().getFirst().contact().phones())
        .containsExactly("(305) 958-1117");
  }

  @Test
  void tellsTheCrawlHowManyThereAreAndWhere() {
    ZillowResults results =
        ZillowResults.of(ZillowPages.search(ROWS), ZillowPages.SEARCH_URL).orElseThrow();

    assertThat(results.total()).isEqualTo(7);
    assertThat(results.pages()).isEqualTo(1);
    assertThat(results.box())
        .isEqualTo(
            new Box(
                new BigDecimal("25.9"),
                new BigDecimal("25.1"),
                new BigDecimal("-80.1"),
                new BigDecimal("-80.9")));
    assertThat(results.refusal()).isNull();
    assertThat(results.found())
        .extracting(ZillowResults.Found::isByAgent)
        .containsExactly(false, true, false, false);
    assertThat(results.found())
        .extracting(ZillowResults.Found::isBuilding)
        .containsExactly(false, false, true, false);
  }

  @Test
  void saysWhyAPageShowsNoHomes() {
    assertThat(refusal("<form><input type=password></form>")).isEqualTo(PageRefusal.LOGIN);
    assertThat(refusal(ZillowPages.search("[]", 0, ""))).isEqualTo(PageRefusal.EMPTY);
    assertThat(refusal(ZillowPages.home(ZillowPages.HOME))).isEqualTo(PageRefusal.UNKNOWN);
    assertThat(ZillowResults.of("<p>".repeat(Html.MAX_TAGS + 1), ZillowPages.SEARCH_URL)).isEmpty();
  }

  @Test
  void leavesWhatNoTruePageHas() {
    String rows =
        IntStream.rangeClosed(1, ZillowResults.MAX_ROWS + 1)
            .mapToObj("{\"zpid\":\"%d\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    Read read = read(ZillowPages.search(rows));

    assertThat(read.listings()).hasSize(ZillowResults.MAX_ROWS);
    assertThat(read.crowded()).isTrue();
  }

  @Test
  void readsRowsBesideAnythingThatAPageShips() {
    String page =
        ZillowPages.search(ROWS)
            .replace("\"mapResults\":[", "\"mapResults\":[" + "{\"a\":[1,2]},".repeat(700_000));

    assertThat(read(page).listings()).hasSize(4);
  }

  private static @Nullable PageRefusal refusal(String page) {
    return ZillowResults.of(page, ZillowPages.SEARCH_URL).orElseThrow().refusal();
  }

  private static Read read(String page) {
    return (Read) PageParser.of(Source.ZILLOW).read(ZillowPages.page(ZillowPages.SEARCH_URL, page));
  }
}
