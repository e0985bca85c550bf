package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ByOwnerSiteTest {

  @RegisterExtension static final CalmSandbox SANDBOX = new CalmSandbox();

  private static final String SEARCH = "/forsalebyowner/search/listings";
  private static final List<Home> HOMES = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private static final Visitor VISITOR = SANDBOX.visitor();

  @Test
  void autocompleteNamesTheMarket() {
    assertThat(VISITOR.get("/forsalebyowner/search/autocomplete?searchString=Austin%2C+TX").body())
        .isEqualTo(
            "[{\"_source\":{\"slug\":\"austin-tx\",\"type\":\"city\",\"name\":\"Austin, TX\"}}]");
    assertThat(VISITOR.get("/forsalebyowner/search/autocomplete?searchString=Nome").body())
        .isEqualTo("[]");
  }

  @Test
  void pagesThroughTheListingsOfAMarket() {
    long total =
        HOMES.stream()
            .filter(home -> home.onForSaleByOwner() && home.place().metro() == Metro.AUSTIN)
            .count();

    String first = VISITOR.postJson(SEARCH, search("austin-tx", 1)).body();
    String last = VISITOR.postJson(SEARCH, search("austin-tx", (int) (total / 50) + 1)).body();

    assertThat(first).startsWith("{\"success\":true").contains("\"totalItemCount\":" + total);
    assertThat(first.split("\"listPrice\"", -1)).hasSizeGreaterThanOrEqualTo(50);
    assertThat(last).isNotEqualTo(first).contains("\"listings\":[{");
    assertThat(VISITOR.postJson(SEARCH, "{}").body()).contains("\"totalItemCount\":0");
  }

  @Test
  void oneListingHasAPageOfItsOwn() {
    Home home =
        HOMES.stream()
            .filter(each -> each.onForSaleByOwner() && each.flaw() == Flaw.LISTED_BY_BROKER)
            .findFirst()
            .orElseThrow();

    String body = VISITOR.get("/forsalebyowner/listing/_/" + home.ids().byOwner() + "/").body();

    assertThat(body)
        .contains("\"id\":\"" + home.ids().byOwner() + "\"")
        .contains(
            "\"coordinates\":[" + home.place().longitude() + "," + home.place().latitude() + "]")
        .contains("\"mlsNumber\"");
    assertThat(VISITOR.get("/forsalebyowner/listing/_/1").statusCode()).isEqualTo(404);
    assertThat(VISITOR.get("/forsalebyowner/other").statusCode()).isEqualTo(404);
  }

  @Test
  void writesAnyTextAsJson() {
    assertThat(Json.text("a\"b\\c\nd\te")).isEqualTo("\"a\\\"b\\\\c\\nd\\u0009e\"");
    assertThat(Json.text(null)).isEqualTo("null");
  }

  private static String search(String slug, int page) {
    return "{\"listing_search\":{\"slug\":\"%s\",\"page\":%d,\"limit\":50}}".formatted(slug, page);
  }
}
