package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FsboSiteTest {

  @RegisterExtension static final CalmSandbox SANDBOX = new CalmSandbox();

  private static final String SEARCH = "/fsbo/listings/search/search/";
  private static final List<Home> HOMES = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private static final Visitor VISITOR = SANDBOX.visitor();

  @Test
  void searchNeedsTheFormKeyOfTheHomePage() {
    assertThat(VISITOR.postForm(SEARCH, "searchQuery=Miami%2C+FL&radius=50").statusCode())
        .isEqualTo(403);
    assertThat(
            VISITOR
                .postForm(SEARCH, "form_key=" + formKey() + "&searchQuery=Miami%2C+FL")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void nextLinksLeadThroughEveryListingOfTheMarketOnce() {
    List<String> links = new ArrayList<>();
    Document page =
        page(
            VISITOR.postForm(SEARCH, "form_key=" + formKey() + "&searchQuery=Denver%2C+CO").body());
    links.addAll(page.select(".listings .listing-right a").eachAttr("href"));
    for (Element next = page.selectFirst("a.action.next");
        next != null;
        next = page.selectFirst("a.action.next")) {
      page = page(VISITOR.get(next.attr("href")).body());
      links.addAll(page.select(".listings .listing-right a").eachAttr("href"));
    }

    assertThat(links)
        .doesNotHaveDuplicates()
        .hasSize(
            (int)
                HOMES.stream()
                    .filter(home -> home.onFsbo() && home.place().metro() == Metro.DENVER)
                    .count())
        .anyMatch(link -> link.contains("/preview/"));
  }

  @Test
  void knowsNoListingsElsewhere() {
    String body =
        VISITOR.postForm(SEARCH, "form_key=" + formKey() + "&searchQuery=Nome%2C+AK").body();

    assertThat(page(body).select(".listings a")).isEmpty();
  }

  @Test
  void showsAListingWithItsSeller() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 1);

    Document page = page(VISITOR.get(FsboPage.detailPath(home)).body());

    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo(FsboPage.detailPath(home));
    assertThat(page.select(".listing-view > .price").text()).isEqualTo(FsboPage.price(home, false));
    assertThat(
            first(page, "div.address-copy span.address-mobile")
                .html()
                .replaceAll("\\s*<br>\\s*", "<br>"))
        .isEqualTo(
            home.fsboStreet()
                + "<br>"
                + home.place().area().city()
                + ", "
                + home.place().area().state()
                + " "
                + home.place().area().zip());
    assertThat(page.select(".listing-view table.listing-data tr").eachText())
        .contains("Listing ID: " + home.ids().fsbo(), "Bedrooms: " + home.rooms().bedrooms());
    assertThat(page.select("#sellerModal .modal-body").text())
        .contains("Contact: " + home.owner().name());
    assertThat(page.select("aside table.listing-data").text())
        .doesNotContain(String.valueOf(home.ids().fsbo()));
  }

  @Test
  void someListingsAreStillInTheOldLayout() {
    Home home = home(each -> each.flaw() == Flaw.NONE && each.number() % 10 == 7);

    Document page = page(VISITOR.get(FsboPage.detailPath(home)).body());

    assertThat(page.select(".address-mobile")).isEmpty();
    assertThat(first(page, "span.address").text())
        .startsWith(home.fsboStreet() + home.place().area().city());
    assertThat(page.select("#sellerModal").text())
        .containsAnyOf("Email Address:", "Phone: " + home.owner().email());
  }

  @Test
  void flawedListingsAreFlawed() {
    assertThat(first(detail(Flaw.NO_ADDRESS), "span.address").text()).doesNotContainPattern("^\\d");
    assertThat(detail(Flaw.NO_PRICE).select(".price").text()).contains("$0");
    assertThat(detail(Flaw.NO_CONTACT).select("#sellerModal").text()).isEqualTo("Contact: Owner");
    assertThat(detail(Flaw.FICTIONAL_PHONE).text()).contains("555");
    assertThat(detail(Flaw.BROKEN_EMAIL).select("#sellerModal").text())
        .doesNotContainPattern("\\w@\\w");
    assertThat(detail(Flaw.LISTED_BY_BROKER).text()).contains("MLS #:");
    assertThat(detail(Flaw.MALFORMED).select("#sellerModal")).isEmpty();
  }

  @Test
  void expiredListingsSaySoByStatusOrInWords() {
    Home even = home(each -> each.flaw() == Flaw.EXPIRED && each.number() % 2 == 0);
    Home odd = home(each -> each.flaw() == Flaw.EXPIRED && each.number() % 2 == 1);

    assertThat(VISITOR.get(FsboPage.detailPath(even)).statusCode()).isEqualTo(410);
    assertThat(VISITOR.get(FsboPage.detailPath(odd)).statusCode()).isEqualTo(200);
    assertThat(VISITOR.get(FsboPage.detailPath(odd)).body()).contains("expired");
  }

  @Test
  void unchangedPagesAnswerNotModified() {
    Home tagged = home(each -> each.flaw() == Flaw.NONE && each.number() % 5 == 1);
    Home dated = home(each -> each.flaw() == Flaw.NONE && each.number() % 5 == 0);
    String tag =
        VISITOR.get(FsboPage.detailPath(tagged)).headers().firstValue("ETag").orElseThrow();
    String date =
        VISITOR.get(FsboPage.detailPath(dated)).headers().firstValue("Last-Modified").orElseThrow();

    assertThat(VISITOR.get(FsboPage.detailPath(tagged), "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(VISITOR.get(FsboPage.detailPath(tagged), "If-None-Match", "\"other\"").statusCode())
        .isEqualTo(200);
    assertThat(VISITOR.get(FsboPage.detailPath(dated), "If-Modified-Since", date).statusCode())
        .isEqualTo(304);
    assertThat(VISITOR.get(FsboPage.detailPath(dated), "If-Modified-Since", "soon").statusCode())
        .isEqualTo(200);
  }

  @Test
  void servesPicturesAndKnowsNothingElse() {
    assertThat(VISITOR.get("/fsbo/media/546001-1.svg").body()).contains("<svg");
    assertThat(VISITOR.get("/fsbo/nonsense").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get("/fsbo/listings/listings/show/id/1/").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get("/elsewhere").statusCode()).isEqualTo(404);
  }

  private static Document detail(Flaw flaw) {
    Home home =
        home(each -> each.flaw() == flaw && each.number() % 41 != 0 && each.number() % 11 != 0);
    return page(VISITOR.get(FsboPage.detailPath(home)).body());
  }

  private static Home home(Predicate<Home> wanted) {
    return HOMES.stream().filter(Home::onFsbo).filter(wanted).findFirst().orElseThrow();
  }

  private static String formKey() {
    return page(VISITOR.get("/fsbo/").body()).select("input[name=form_key]").attr("value");
  }

  private static Document page(String body) {
    return Jsoup.parse(body);
  }

  private static Element first(Document page, String selector) {
    return Objects.requireNonNull(page.selectFirst(selector), selector);
  }
}
