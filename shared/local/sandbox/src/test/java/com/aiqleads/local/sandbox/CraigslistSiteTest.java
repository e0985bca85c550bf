package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CraigslistSiteTest {

  @RegisterExtension static final CalmSandbox SANDBOX = new CalmSandbox();

  private static final String SEARCH = "/craigslist/search/area/denver?cat=rea&purveyor=owner";
  private static final List<Home> HOMES = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private static final CraigslistTokens TOKENS = new CraigslistTokens(Sandbox.DEFAULT_SEED);
  private static final Visitor VISITOR = SANDBOX.visitor();

  @Test
  void showsNoMoreThanItsCapWhicheverPageIsAskedFor() {
    String first = painted(SEARCH);

    assertThat(rows(first)).hasSize(CraigslistSite.MAX_ROWS).doesNotHaveDuplicates();
    assertThat(painted(SEARCH + "&page=2")).isEqualTo(first);
    assertThat(painted(SEARCH + "&s=296")).isEqualTo(first);
    assertThat(homes(home -> true)).hasSizeGreaterThan(CraigslistSite.MAX_ROWS);
  }

  @Test
  void aBandOfPricesIsASearchOfItsOwn() {
    List<String> cheap = rows(painted(SEARCH + "&max_price=600000"));
    List<String> dear = rows(painted(SEARCH + "&min_price=600001"));

    assertThat(cheap).isNotEmpty().doesNotContainAnyElementsOf(dear);
    assertThat(cheap.size() + dear.size())
        .isEqualTo(homes(home -> home.flaw() != Flaw.NO_PRICE).size());
  }

  @Test
  void someSearchesComeWithoutTheirRowsAtFirst() {
    List<String> first =
        IntStream.range(0, 20).mapToObj(at -> VISITOR.get(SEARCH + "&query=" + at).body()).toList();

    assertThat(first)
        .filteredOn(page -> rows(page).isEmpty())
        .isNotEmpty()
        .allMatch(page -> page.contains("ld_searchpage_results"))
        .hasSizeLessThan(20);
  }

  @Test
  void nothingElsewhere() {
    assertThat(rows(painted(SEARCH.replace("denver", "nome")))).isEmpty();
    assertThat(VISITOR.get("/craigslist/view/d/x/AAAAAAAAAAAAAAAAAAAAAA").statusCode())
        .isEqualTo(404);
    assertThat(VISITOR.get("/craigslist/about").statusCode()).isEqualTo(404);
  }

  @Test
  void aPostingHasBothItsIdsAndAnAddressForEach() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 4);
    String page = VISITOR.get(TOKENS.path(home)).body();
    Document posting = Jsoup.parse(page);

    assertThat(posting.select(".postinginfos .postinginfo").first()).isNotNull();
    assertThat(posting.select(".postinginfos").text())
        .contains("post id: " + home.ids().craigslist());
    assertThat(posting.select("link[rel=canonical]").attr("href")).isEqualTo(TOKENS.path(home));
    assertThat(posting.select(".postingtitle .price").text())
        .isEqualTo(CraigslistPage.price(home, false));
    assertThat(posting.select("aside .postinginfo").text())
        .doesNotContain(String.valueOf(home.ids().craigslist()));
    assertThat(VISITOR.get(CraigslistTokens.oldPath(home)).body()).isEqualTo(page);
    assertThat(TOKENS.of(home)).matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void aPhoneNumberStandsInSomeTextsAndNowhereElse() {
    Home with = home(each -> each.flaw() == Flaw.NONE && each.number() % 3 == 0);
    Home without = home(each -> each.flaw() == Flaw.NONE && each.number() % 3 == 1);

    assertThat(body(with)).contains("Call or text");
    assertThat(body(without)).doesNotContain("Call or text");
    assertThat(VISITOR.get(TOKENS.path(with)).body()).doesNotContain(with.owner().email());
  }

  @Test
  void theSameHomeIsToldInOtherWordsThanElsewhere() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.onFsbo());

    assertThat(body(home)).doesNotContain(home.description());
    assertThat(home.craigslistStreet()).isNotEqualTo(home.fsboStreet());
  }

  @Test
  void someArePostingsOf2023() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 7);

    assertThat(Jsoup.parse(VISITOR.get(TOKENS.path(home)).body()).select("p.attrgroup > span > b"))
        .isNotEmpty();
  }

  @Test
  void flawedPostingsAreFlawed() {
    assertThat(VISITOR.get(TOKENS.path(home(expired(0)))).statusCode()).isEqualTo(404);
    assertThat(VISITOR.get(TOKENS.path(home(expired(1)))).body()).contains("has expired");
    assertThat(posting(Flaw.NO_PRICE)).doesNotContain("class=\"price\">$0");
    assertThat(posting(Flaw.LISTED_BY_BROKER)).contains("broker_name");
    assertThat(posting(Flaw.MALFORMED)).doesNotContain("postingbody");
  }

  @Test
  void oncePostingsHadNumbersForAddresses() {
    VISITOR.turn(Fault.OLD_LAYOUT, true);
    Document page = Jsoup.parse(VISITOR.get(SEARCH).body());
    VISITOR.turn(Fault.OLD_LAYOUT, false);

    assertThat(page.select("li.result-row[data-pid] .result-title").eachAttr("href"))
        .hasSize(CraigslistSite.MAX_ROWS)
        .allMatch(link -> link.endsWith(".html"));
  }

  @Test
  void whoComesBackIsToldThatNothingIsNew() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 5 != 0);
    String tag = VISITOR.get(TOKENS.path(home)).headers().firstValue("ETag").orElseThrow();

    assertThat(VISITOR.get(TOKENS.path(home), "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  private static Predicate<Home> expired(int odd) {
    return home -> home.flaw() == Flaw.EXPIRED && home.number() % 2 == odd;
  }

  private static String body(Home home) {
    return Jsoup.parse(VISITOR.get(TOKENS.path(home)).body()).select("#postingbody").text();
  }

  private static String posting(Flaw flaw) {
    return VISITOR
        .get(TOKENS.path(home(home -> home.flaw() == flaw && home.number() % 10 != 7)))
        .body();
  }

  private static String painted(String search) {
    String page = VISITOR.get(search).body();
    return rows(page).isEmpty() ? VISITOR.get(search).body() : page;
  }

  private static List<String> rows(String page) {
    return Jsoup.parse(page).select("li.cl-static-search-result a").eachAttr("href");
  }

  private static List<Home> homes(Predicate<Home> wanted) {
    return HOMES.stream()
        .filter(home -> home.onCraigslist() && home.place().metro() == Metro.DENVER)
        .filter(wanted)
        .toList();
  }

  private static Home home(Predicate<Home> wanted) {
    return HOMES.stream().filter(Home::onCraigslist).filter(wanted).findFirst().orElseThrow();
  }
}
