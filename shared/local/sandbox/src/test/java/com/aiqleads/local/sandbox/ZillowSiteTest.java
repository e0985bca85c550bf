package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZillowSiteTest {

  @RegisterExtension static final CalmSandbox SANDBOX = new CalmSandbox();

  private static final String SEARCH = "/zillow/denver-co/fsbo/";
  private static final String ALL = "/zillow/homes/denver-co_rb/";
  private static final Pattern ROW = Pattern.compile("\"detailUrl\":\"([^\"]*)\"");
  private static final Pattern TOTAL =
      Pattern.compile("\"totalResultCount\":(\\d+),\"totalPages\":(\\d+)");

  /// More than one market's search can show.
  private static final int MANY_HOMES = 9_000;

  private static final List<Home> HOMES = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private static final Visitor VISITOR = SANDBOX.visitor();

  @Test
  void showsFortyOneHomesAPageAndABuilding() {
    List<String> first = rows(VISITOR.get(SEARCH).body());
    List<String> second = rows(VISITOR.get(SEARCH + "2_p/").body());

    assertThat(first).hasSize(ZillowSite.PAGE_SIZE + 1).doesNotHaveDuplicates();
    assertThat(first).filteredOn(row -> row.contains("/apartments/")).hasSize(1);
    assertThat(homes(second)).isNotEmpty().doesNotContainAnyElementsOf(homes(first));
    assertThat(total(VISITOR.get(SEARCH).body())).isEqualTo(inDenver(Home::onZillow).size());
  }

  @Test
  void agentsHomesStandBesideThoseOfOwnersUnlessOneSearchesForOwnersOnly() {
    String filter =
        state(
            "\"filterState\":{\"isForSaleByOwner\":{\"value\":true},\"isForSaleByAgent\":{\"value\":false}}");

    assertThat(total(VISITOR.get(ALL).body())).isGreaterThan(total(VISITOR.get(SEARCH).body()));
    assertThat(VISITOR.get(ALL).body()).contains("\"is_FSBA\":true").contains("\"is_FSBO\":true");
    assertThat(total(VISITOR.get(ALL + filter).body()))
        .isEqualTo(total(VISITOR.get(SEARCH).body()));
  }

  @Test
  void neverShowsMoreThanTwentyPages() {
    ZillowSite site =
        new ZillowSite(
            World.drawn(Sandbox.DEFAULT_SEED, MANY_HOMES),
            new Faults(Sandbox.DEFAULT_SEED, InstantSource.system()));

    String first = site.answer(get(SEARCH)).body();

    assertThat(total(first)).isGreaterThan(ZillowSite.MAX_PAGES * ZillowSite.PAGE_SIZE);
    assertThat(first).contains("\"totalPages\":20,");
    assertThat(rows(site.answer(get(SEARCH + "21_p/")).body()))
        .isEqualTo(rows(site.answer(get(SEARCH + "20_p/")).body()));
  }

  @Test
  void aPartOfTheMapIsASearchOfItsOwn() {
    String west = state(box(-180, -104.9));
    String east = state(box(-104.9, 180));

    assertThat(total(VISITOR.get(SEARCH + west).body()) + total(VISITOR.get(SEARCH + east).body()))
        .isEqualTo(inDenver(Home::onZillow).size());
    assertThat(VISITOR.get(SEARCH + west).body()).contains("\"east\":-104.9");
  }

  @Test
  void theAnswerForScriptsHasTheSameRows() {
    String asked = "{\"searchQueryState\":{\"pagination\":{\"currentPage\":2}}}";
    String answer = VISITOR.putJson("/zillow/async-create-search-page-state", asked).body();

    assertThat(answer).startsWith("{\"queryState\"");
    assertThat(rows(answer)).hasSize(ZillowSite.PAGE_SIZE + 1);
  }

  @Test
  void nothingElsewhere() {
    assertThat(rows(VISITOR.get("/zillow/nome-ak/").body())).isEmpty();
    assertThat(VISITOR.get("/zillow/nome-ak/").body()).contains("\"totalResultCount\":0");
    assertThat(VISITOR.get("/zillow/homedetails/x/1_zpid/").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get("/zillow/apartments/denver-co/the-flats/5XkKQj/").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aHomesDataIsATextInTheDataOfItsPage() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 4);
    Document page = Jsoup.parse(VISITOR.get(ZillowWords.path(home)).body());

    assertThat(page.select("script#__NEXT_DATA__").html())
        .contains("\"gdpClientCache\":\"{")
        .contains("\\\"zpid\\\":" + home.ids().zillow())
        .contains(home.owner().phoneAs(0));
    assertThat(page.select("h1").text()).isEqualTo(ZillowWords.line(home));
    assertThat(page.select("[data-testid=price]")).hasSize(2);
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(ZillowWords.path(home));
  }

  @Test
  void someHomesAreOnCraigslistToo() {
    assertThat(HOMES).anyMatch(home -> home.onZillow() && home.onCraigslist());
    assertThat(HOMES).anyMatch(home -> home.onZillow() && home.onFsbo());
    assertThat(HOMES).noneMatch(home -> home.onZillow() && home.atAgentOnZillow());
  }

  @Test
  void someArePagesOf2023() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 7);

    assertThat(
            Jsoup.parse(VISITOR.get(ZillowWords.path(home)).body()).select("script").eachAttr("id"))
        .contains("hdpApolloPreloadedData");
  }

  @Test
  void flawedHomesAreFlawed() {
    assertThat(VISITOR.get(ZillowWords.path(home(expired(0)))).statusCode()).isEqualTo(404);
    assertThat(page(home(expired(1)))).contains("RECENTLY_SOLD");
    assertThat(page(flawed(Flaw.NO_ADDRESS))).contains("(undisclosed Address)");
    assertThat(page(flawed(Flaw.NO_PRICE))).contains("\\\"price\\\":null");
    assertThat(page(flawed(Flaw.LISTED_BY_BROKER))).contains("Avery Agent");
    assertThat(page(flawed(Flaw.NO_CONTACT)))
        .doesNotContain(flawed(Flaw.NO_CONTACT).owner().phone());
    assertThat(page(flawed(Flaw.MALFORMED))).doesNotContain("</html>");
  }

  @Test
  void onceCardsAndPhotosWereOthers() {
    VISITOR.turn(Fault.OLD_LAYOUT, true);
    String old = VISITOR.get(SEARCH).body();
    VISITOR.turn(Fault.OLD_LAYOUT, false);
    String current = VISITOR.get(SEARCH).body();

    assertThat(old).contains("\"property-card-link\"").contains("\"carouselPhotos\"");
    assertThat(current)
        .contains("\"property-card-title-link\"")
        .contains("\"carouselPhotosComposable\"");
  }

  @Test
  void whoComesBackIsToldThatNothingIsNew() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 5 != 0);
    String tag = VISITOR.get(ZillowWords.path(home)).headers().firstValue("ETag").orElseThrow();

    assertThat(VISITOR.get(ZillowWords.path(home), "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  private static Request get(String path) {
    return new Request("GET", path, "", Map.of(), "");
  }

  private static String state(String members) {
    return "?searchQueryState=" + URLEncoder.encode("{" + members + "}", StandardCharsets.UTF_8);
  }

  private static String box(double west, double east) {
    return "\"mapBounds\":{\"north\":89,\"south\":-89,\"west\":%s,\"east\":%s}"
        .formatted(west, east);
  }

  private static Predicate<Home> expired(int odd) {
    return home -> home.flaw() == Flaw.EXPIRED && home.number() % 2 == odd;
  }

  private static String page(Home home) {
    return VISITOR.get(ZillowWords.path(home)).body();
  }

  private static Home flawed(Flaw flaw) {
    return home(home -> home.flaw() == flaw && home.number() % 10 != 7);
  }

  private static int total(String page) {
    return TOTAL
        .matcher(page)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rows(String page) {
    return ROW.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static List<String> homes(List<String> rows) {
    return rows.stream().filter(row -> row.contains("_zpid")).toList();
  }

  private static List<Home> inDenver(Predicate<Home> wanted) {
    return HOMES.stream()
        .filter(home -> home.place().metro() == Metro.DENVER)
        .filter(wanted)
        .toList();
  }

  private static Home home(Predicate<Home> wanted) {
    return HOMES.stream().filter(Home::onZillow).filter(wanted).findFirst().orElseThrow();
  }
}
