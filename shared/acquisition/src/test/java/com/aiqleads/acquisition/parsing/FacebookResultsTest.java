package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.FacebookResults.Found;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookResultsTest {

  private static final String ROWS = FacebookPages.ROWS;

  /// Of 2026, of 2023, and of before: only the classes differ.
  private static final String GRID =
      """
      <div aria-label="Collection of Marketplace items"><div class="xjp7ctv"><a class="x1i10hfl" href="/marketplace/item/870000000000001/?ref=search">
      <div><img src="x"></div><div><span><span>$649,900</span><span>$700,000</span></span></div>
      <div><span>3 beds · 2.5 baths</span></div><div><span>Miami, FL</span></div></a></div></div>""";

  @Test
  void readsARowWithAllItSays() {
    ParsedListing first = read(FacebookPages.search(ROWS)).listings().getFirst();

    assertThat(first.listing())
        .isEqualTo(
            new Listing(
                Listing.idOf(Source.FACEBOOK, "870000000000001"),
                Source.FACEBOOK,
                "870000000000001",
                FacebookPages.ITEM_URL,
                "Corner house with a mango tree",
                null,
                Money.usd(649_900_00),
                new Property(PropertyType.HOUSE, 3, new BigDecimal("2.5"), 1742, null, null),
                null,
                List.of("https://scontent.xx.fbcdn.net/v/t45.5328-4/111_222_n.jpg"),
                null,
                Pages.FETCHED_AT));
    assertThat(first.address()).isEqualTo(new RawAddress(null, "Miami", "FL", null));
    assertThat(first.contact()).isEqualTo(RawContact.NONE);
    assertThat(first.particulars().conflicts()).isEmpty();
  }

  @Test
  void refusesWhatIsNoHomeOrNotForSaleAnyMore() {
    Read read = read(FacebookPages.search(ROWS));

    assertThat(read.listings())
        .extracting(listing -> listing.listing().sourceListingId())
        .containsExactly("870000000000001", "870000000000002");
    assertThat(read.refused())
        .extracting(RefusedListing::reason)
        .containsExactly(
            PageRefusal.NOT_A_HOME,
            PageRefusal.GONE,
            PageRefusal.UNDER_CONTRACT,
            PageRefusal.NOT_FOR_SALE,
            PageRefusal.NOT_A_HOME,
            PageRefusal.MALFORMED);
  }

  @Test
  void visitsWhatMayBeAHome() {
    FacebookResults results = results(FacebookPages.search(ROWS));

    assertThat(results.found())
        .filteredOn(Found::mayBeHome)
        .extracting(Found::url)
        .containsExactly(
            FacebookPages.ITEM_URL, "https://www.facebook.com/marketplace/item/870000000000002/");
    assertThat(results.found())
        .extracting(Found::price)
        .containsExactly(Money.usd(649_900_00), Money.usd(510_000_00), null, Money.usd(21_000_00));
    assertThat(results.refusal()).isNull();
  }

  @Test
  void aDearThingWithoutAWordOfWhatItIsMayBeAHome() {
    String row =
        "[{\"node\":{\"listing\":{\"id\":\"1\",\"marketplace_listing_title\":\"%s\","
            + "\"listing_price\":{\"formatted_amount\":\"%s\",\"amount\":\"%s\"}}}}]";

    assertThat(mayBeHome(row.formatted("Great chance", "$10,000", "10000.00"))).isTrue();
    assertThat(mayBeHome(row.formatted("Great chance", "$9,999", "9999.00"))).isFalse();
    assertThat(mayBeHome(row.formatted("House", "C$500,000", "500000.00"))).isFalse();
  }

  @Test
  void anAddressOfARowIsOnTheSiteOfItsPage() {
    String url = "http://127.0.0.1:9100/facebook/marketplace/miami/search/?query=x";

    assertThat(
            FacebookResults.of(FacebookPages.search(ROWS), url)
                .orElseThrow()
                .found()
                .getFirst()
                .url())
        .isEqualTo("http://127.0.0.1:9100/facebook/marketplace/item/870000000000001/");
    assertThat(
            FacebookResults.of(FacebookPages.search(ROWS), "https://www.facebook.com/x")
                .orElseThrow()
                .found()
                .getFirst()
                .url())
        .isEqualTo(FacebookPages.ITEM_URL);
  }

  @Test
  void readsTheAnswerForScriptsToo() {
    String answer = "{\"data\":{" + FacebookPages.answer(ROWS, "") + "}}";

    assertThat(read(answer).listings()).isEqualTo(read(FacebookPages.search(ROWS)).listings());
    assertThat(read("for (;;);" + answer).listings()).hasSize(2);
    assertThat(read(answer + "\n{\"label\":\"deferred\"}").listings()).hasSize(2);
  }

  @Test
  void readsWhatThePageOnlyDraws() {
    ParsedListing drawn =
        read(FacebookPages.page(FacebookPages.SEARCH_ROUTE, GRID)).listings().getFirst();

    assertThat(drawn.listing().id()).isEqualTo(Listing.idOf(Source.FACEBOOK, "870000000000001"));
    assertThat(drawn.listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(drawn.listing().property().bedrooms()).isEqualTo(3);
    assertThat(drawn.listing().property().bathrooms()).isEqualByComparingTo("2.5");
    assertThat(drawn.address()).isEqualTo(new RawAddress(null, "Miami", "FL", null));
  }

  @Test
  void keepsWhatThePageDrawsAgainstItsData() {
    String drawn = GRID.replace("$649,900", "$639,900").replace("Miami, FL", "Hialeah, FL");

    Read read = read(FacebookPages.search(ROWS, "", drawn));

    assertThat(read.listings().getFirst().listing().price()).isEqualTo(Money.usd(649_900_00));
    assertThat(read.listings().getFirst().particulars().conflicts())
        .extracting(Conflict::field)
        .containsExactly("price", "city");
  }

  @Test
  void aPriceWithoutACurrencyIsBelievedBesideOneInDollarsOnly() {
    String bare = ROWS.replace("\"formatted_amount\":\"$649,900\",", "");
    String foreign = ROWS.replace("$649,900", "MX$649,900");

    assertThat(results(FacebookPages.search(bare)).found().getFirst().price()).isNull();
    assertThat(results(FacebookPages.search(foreign)).found().getFirst().price()).isNull();
  }

  @Test
  void hundredthsThatDisagreeAreAConflict() {
    String rows = ROWS.replace("64990000", "63990000");

    assertThat(read(FacebookPages.search(rows)).listings().getFirst().particulars().conflicts())
        .extracting(Conflict::field)
        .containsExactly("price");
  }

  @ParameterizedTest
  @CsvSource({"23, true, false", "24, true, true", "25, true, true", "24, false, false"})
  void aPageOfTwentyFourRowsMayNotShowAll(int rows, boolean hasNext, boolean full) {
    String edges = edges(rows);

    assertThat(results(FacebookPages.search(edges, FacebookPages.pageInfo(hasNext), "")).isFull())
        .isEqualTo(full);
  }

  @Test
  void whatIsNoAdvertisementCountsAmongTheRowsOfAPage() {
    String edges = edges(23);
    String withBanner = edges.substring(0, edges.length() - 1) + ",{\"node\":{\"id\":\"ad\"}}]";

    assertThat(results(FacebookPages.search(edges)).isFull()).isFalse();
    assertThat(results(FacebookPages.search(withBanner)).isFull()).isTrue();
  }

  @Test
  void theSameRowInTwoAnswersIsOne() {
    String page = FacebookPages.search(ROWS) + FacebookPages.search(ROWS);

    assertThat(read(page).listings()).hasSize(2);
  }

  @Test
  void saysWhatIsInsteadOfRowsOrOfAnAdvertisement() {
    String error = FacebookPages.page(FacebookPages.ERROR_ROUTE, "");
    String item = FacebookPages.item(FacebookPages.TEXT);

    assertThat(results(error).refusal()).isEqualTo(PageRefusal.NOT_FOUND);
    assertThat(results(item).refusal()).isEqualTo(PageRefusal.UNKNOWN);
    assertThat(FacebookResults.obstacle("Rate limit exceeded", FacebookPages.ITEM_URL))
        .contains(PageRefusal.RATE_LIMITED);
    assertThat(FacebookResults.obstacle(item, FacebookPages.ITEM_URL)).isEmpty();
    assertThat(FacebookResults.of("<p>x".repeat(Html.MAX_TAGS + 1), FacebookPages.SEARCH_URL))
        .isEmpty();
  }

  @Test
  void readsNoMoreRowsThanAnyTruePageHas() {
    Read read = read(FacebookPages.search(edges(700)));

    assertThat(read.listings().size() + read.refused().size())
        .isLessThanOrEqualTo(FacebookPage.MAX_ROWS);
    assertThat(read.crowded()).isTrue();
  }

  private static String edges(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(at -> "{\"node\":{\"listing\":{\"id\":\"" + at + "\"}}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static boolean mayBeHome(String edges) {
    return results(FacebookPages.search(edges)).found().getFirst().mayBeHome();
  }

  private static FacebookResults results(String page) {
    return FacebookResults.of(page, FacebookPages.SEARCH_URL).orElseThrow();
  }

  private static Read read(String page) {
    return (Read)
        PageParser.of(Source.FACEBOOK).read(FacebookPages.of(FacebookPages.SEARCH_URL, page));
  }
}
