package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FacebookSiteTest {

  @RegisterExtension static final CalmSandbox SANDBOX = new CalmSandbox();

  private static final String SEARCH = "/facebook/marketplace/denver/search/?query=house";
  private static final Pattern ROW = Pattern.compile("\"listing\":\\{\"id\":\"(\\d+)\"");
  private static final List<Home> HOMES = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private static final Visitor VISITOR = SANDBOX.visitor();

  @Test
  void showsTwentyFourRowsOfAMarketAndHomesThatWereNotSearchedFor() {
    String page = VISITOR.get(SEARCH).body();

    assertThat(rows(page)).hasSize(FacebookSite.PAGE_SIZE + 2);
    assertThat(rows(page).subList(1, 25)).doesNotHaveDuplicates();
    assertThat(page)
        .contains("\"has_next_page\":true")
        .contains("marketplace_home_feed")
        .contains("\"strikethrough_price\":null")
        .contains("\"marketplace_listing_seller\":null")
        .contains(FacebookBlocks.SEARCH);
  }

  @Test
  void aBandOfPricesIsASearchOfItsOwn() {
    String all = VISITOR.get(SEARCH + "&minPrice=1&maxPrice=400000").body();
    String none = VISITOR.get(SEARCH + "&minPrice=1&maxPrice=2").body();

    assertThat(rows(all)).hasSizeBetween(10, 26);
    assertThat(all).doesNotContain("MarketplaceSearchFeedNoResults");
    assertThat(none).contains("MarketplaceSearchFeedNoResults");
  }

  @Test
  void findsNothingSortedByPriceAmongTheLatest() {
    assertThat(VISITOR.get(SEARCH + "&daysSinceListed=7&sortBy=price_ascend").body())
        .contains("MarketplaceSearchFeedNoResults");
    assertThat(VISITOR.get(SEARCH + "&daysSinceListed=7").body())
        .doesNotContain("MarketplaceSearchFeedNoResults");
  }

  @Test
  void aMarketItselfAndWhatItDoesNotKnowAnswerAsIfAllWereWell() {
    assertThat(rows(VISITOR.get("/facebook/marketplace/denver/").body())).hasSize(2);
    for (String path : List.of("/facebook/marketplace/item/1/", "/facebook/x")) {
      assertThat(VISITOR.get(path).statusCode()).isEqualTo(200);
      assertThat(VISITOR.get(path).body()).contains(FacebookBlocks.ERROR);
    }
  }

  @Test
  void anAdvertisementStandsInTwoAnswers() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 4);
    String page = page(home);

    assertThat(page.split("\"marketplace_product_details_page\"", -1)).hasSize(3);
    assertThat(page)
        .contains("\"unit_room_info\":\"" + FacebookWords.rooms(home))
        .contains("\"postal_code\":\"" + home.place().area().zip() + "-")
        .contains("&oh=00_");
    assertThat(Jsoup.parse(page).select("h1").eachText().getLast())
        .isEqualTo(FacebookWords.title(home).replace("\n", " "));
  }

  @Test
  void someArePagesOf2024() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 7);

    assertThat(page(home)).contains("marketplace_listing_renderable_target");
  }

  @Test
  void flawedHomesAreFlawed() {
    assertThat(page(home(expired(0)))).contains(FacebookBlocks.ERROR);
    assertThat(page(home(expired(1)))).contains("\"is_sold\":true").contains("\"is_live\":true");
    assertThat(page(flawed(Flaw.NO_ADDRESS))).contains("\"home_address\":null");
    assertThat(page(flawed(Flaw.NO_PRICE))).contains("\"text\":\"Free\"");
    assertThat(page(flawed(Flaw.LISTED_BY_BROKER))).contains("Avery Agent");
    assertThat(page(flawed(Flaw.NO_CONTACT))).doesNotContain("Text ");
    assertThat(page(flawed(Flaw.MALFORMED))).doesNotContain("</html>");
  }

  @Test
  void aBoatIsNoHome() {
    assertThat(VISITOR.get(SEARCH).body()).contains("\"869000000000004\"");
    assertThat(VISITOR.get("/facebook/marketplace/item/869000000000004/").body())
        .contains("MarketplaceVehicleProductDetailsPage")
        .contains("9 beds");
  }

  @Test
  void someHomesAreOnEveryOtherSiteToo() {
    assertThat(HOMES)
        .anyMatch(
            home ->
                home.onFacebook()
                    && home.onZillow()
                    && home.onCraigslist()
                    && home.onFsbo()
                    && home.onForSaleByOwner());
    assertThat(HOMES).anyMatch(home -> home.onFacebook() && !home.onZillow());
    assertThat(HOMES).anyMatch(home -> home.onFacebook() && !home.onCraigslist());
  }

  @Test
  void onceASearchOnlyDrewItsRows() {
    VISITOR.turn(Fault.OLD_LAYOUT, true);
    String old = VISITOR.get(SEARCH).body();
    VISITOR.turn(Fault.OLD_LAYOUT, false);

    assertThat(old).doesNotContain("marketplace_search");
    assertThat(Jsoup.parse(old).select("[aria-label] a[href*=/marketplace/item/]"))
        .hasSize(FacebookSite.PAGE_SIZE);
  }

  @Test
  void saysThatItIsTooSoonAndAsksAboutCookiesAsIfAllWereWell() {
    VISITOR.turn(Fault.RATE_LIMIT, true);
    String limited = VISITOR.get(SEARCH).body();
    VISITOR.turn(Fault.RATE_LIMIT, false);
    VISITOR.turn(Fault.CONSENT, true);
    String cookies = VISITOR.get(SEARCH).body();
    VISITOR.turn(Fault.CONSENT, false);

    assertThat(limited).contains("Rate limit exceeded");
    assertThat(cookies).contains("data-cookiebanner");
  }

  @Test
  void whoComesBackIsToldThatNothingIsNew() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 5 != 0);
    String path = FacebookWords.path(home.ids().facebook());
    String tag = VISITOR.get(path).headers().firstValue("ETag").orElseThrow();

    assertThat(VISITOR.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  private static Predicate<Home> expired(int odd) {
    return home -> home.flaw() == Flaw.EXPIRED && home.number() % 2 == odd;
  }

  private static String page(Home home) {
    return VISITOR.get(FacebookWords.path(home.ids().facebook())).body();
  }

  private static Home flawed(Flaw flaw) {
    return home(home -> home.flaw() == flaw && home.number() % 10 != 7);
  }

  private static List<String> rows(String page) {
    return ROW.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static Home home(Predicate<Home> wanted) {
    return HOMES.stream().filter(Home::onFacebook).filter(wanted).findFirst().orElseThrow();
  }
}
