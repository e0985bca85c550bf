package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What prices are made of.
class PriceBookPageTest extends RunningConsole {

  @Test
  void showsWhatPricesAreMadeOfToAdminsAlone() {
    priceBook();

    String shown = signedIn("admin", "marketplace:admin").get("/console/price-book").getBody();

    assertThat(shown)
        .contains(
            "Book 2026-11-22.2 is in force.",
            ">fsbo 24.00\nforsalebyowner 22.00</textarea>",
            ">house 100</textarea>",
            ">0 100\n91 6</textarea>",
            "name=\"unsold.graceHours\" type=\"text\" inputmode=\"decimal\" value=\"48\"",
            "Homes sell faster (the figures of 2026-11)",
            "Take again: the figures of 2026-11\"",
            "from the start")
        .doesNotContain("Take again: the figures of 2026-11-22.2", "What these figures would do");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/price-book").getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void triesFiguresBeforeAnybodyPaysThem() {
    priceBook();
    API.answers(
        "/price-book/previews",
        200,
        "{\"leads\":1,\"all\":true,\"bands\":[{\"band\":\"much_dearer\",\"leads\":1},"
            + "{\"band\":\"same\",\"leads\":0}],\"alone\":1,"
            + "\"sumBefore\":{\"minorUnits\":3356},\"sumAfter\":{\"minorUnits\":6712},"
            + "\"atNextRun\":1,\"atNextRunAnyway\":0,\"examples\":[{\"lead\":\"lead_01\","
            + "\"type\":\"house\",\"state\":\"FL\",\"ageDays\":1,"
            + "\"before\":{\"minorUnits\":3356},\"after\":{\"minorUnits\":6712}}]}");
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");

    String tried = admin.post("/console/price-book/previews", typed("fsbo 48.00")).getBody();

    assertThat(tried)
        .contains(
            "All 1 lead on sale were priced both ways.",
            "Together they would cost $67.12 in place of $33.56; 1 lead would cost",
            "1 price would move the next time that leads are priced, 0 of them anyway.",
            "<td>more than 20 % dearer</td>",
            "House in FL, 1 day old",
            ">fsbo 48.00</textarea>");
    assertThat(lastBody("/price-book/previews"))
        .asString()
        .contains("fsbo={", "minorUnits=4800", "from=0", "graceHours=48");
  }

  @Test
  void putsFiguresInForceOrSaysWhatIsWrongWithThem() {
    priceBook();
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");

    APIGatewayV2HTTPResponse changed = admin.post("/console/price-book", typed("fsbo 48.00"));
    assertThat(changed.getStatusCode()).isEqualTo(303);
    assertThat(lastBody("/price-book")).asString().contains("inForce=2", "note=Homes sell faster");
    assertThat(admin.post("/console/price-book", typed("fsbo dear")).getBody())
        .contains("Base of a source, dollars: “dear” is no amount such as 24.00.", ">fsbo dear<");
    assertThat(admin.post("/console/price-book/previews", typed("fsbo")).getStatusCode())
        .isEqualTo(400);
    API.answers("/price-book/previews", 400, "{\"detail\":\"No price between.\"}");
    assertThat(admin.post("/console/price-book/previews", typed("fsbo 1")).getBody())
        .contains("No price between.");
    assertThat(admin.post("/console/price-book/previews", Map.of("csrf", "forged")).getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void letsNobodyReplaceABookThatHeHasNotSeen() {
    priceBook();
    API.answers("/price-book/previews", 400, "{\"detail\":\"No price between.\"}");
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");
    Map<String, String> typed = typed("fsbo 48.00");
    typed.put("inForce", "1");

    assertThat(admin.post("/console/price-book/previews", typed).getBody())
        .contains("name=\"inForce\" value=\"1\"", ">fsbo 48.00</textarea>");
    API.answers(
        "/price-book/previews",
        409,
        "{\"code\":\"book-changed\",\"detail\":\"Look at it first.\"}");
    assertThat(admin.post("/console/price-book/previews", typed).getBody())
        .contains("Look at it first.", "name=\"inForce\" value=\"2\"", ">fsbo 24.00");
  }

  @Test
  void takesFiguresOfBeforeAgain() {
    priceBook();
    API.answers("/price-books/2026-11/restorations", 200, "{}");
    API.answers("/price-books/2020-01/restorations", 404, "{\"detail\":\"No such book.\"}");
    Visitor admin = signedIn("admin", "marketplace:admin");
    admin.get("/console/price-book");
    Map<String, String> form = Map.of("inForce", "2", "note", "Back to 2026-11");

    assertThat(admin.post("/console/price-book/2026-11/restorations", form).getStatusCode())
        .isEqualTo(303);
    assertThat(admin.post("/console/price-book/2020-01/restorations", form).getBody())
        .contains("No such book.", ">fsbo 24.00");
  }

  @Test
  void saysWhyThereAreNoPricesToShow() {
    API.answers("/price-book", 503, "{\"detail\":\"Not now.\"}");
    API.answers("/price-books", 200, "{\"books\":[]}");

    assertThat(signedIn("admin", "marketplace:admin").get("/console/price-book").getBody())
        .contains("Not now.");
    API.answers("/price-book", 200, "{}");
    API.answers("/price-books", 503, "{\"detail\":\"Later.\"}");
    assertThat(signedIn("admin", "marketplace:admin").get("/console/price-book").getBody())
        .contains("Later.");
  }

  private static Object lastBody(String path) {
    return API.calls().stream()
        .filter(call -> call.path().equals(path) && !call.method().equals("GET"))
        .toList()
        .getLast()
        .body();
  }

  private static Map<String, String> typed(String bases) {
    Map<String, String> form = new HashMap<>();
    form.put("inForce", "2");
    form.put("note", " Homes sell faster ");
    form.put("baseBySource", bases);
    form.put("baseOfOtherSources", "18");
    form.put("percentByType", "house 100");
    form.put("percentByState", "FL 115");
    form.put("percentByAgeDays", "0 100\n\n 91 6 ");
    form.put("percentByTaken", "");
    form.put("percentBySupply", "");
    form.put("percentByDemand", "");
    form.put("unsold.graceHours", "48");
    form.put("unsold.everyHours", "24");
    form.put("unsold.stepPercent", "5");
    form.put("unsold.leastPercent", "60");
    form.put("exclusivePercent", "300");
    form.put("stepPercent", "10");
    form.put("floor", "$2.00");
    form.put("ceiling", "85.5");
    return form;
  }

  private static void priceBook() {
    API.answers(
        "/price-book",
        200,
        "{\"version\":\"2026-11-22.2\",\"number\":2,\"figures\":{\"baseBySource\":"
            + "{\"fsbo\":{\"minorUnits\":2400},\"forsalebyowner\":{\"minorUnits\":2200}},"
            + "\"baseOfOtherSources\":{\"minorUnits\":1800},\"percentByType\":{\"house\":100},"
            + "\"percentByState\":{},\"percentByAgeDays\":[{\"from\":0,\"percent\":100},"
            + "{\"from\":91,\"percent\":6}],\"unsold\":{\"graceHours\":48},"
            + "\"exclusivePercent\":300}}");
    API.answers(
        "/price-books",
        200,
        "{\"books\":[{\"version\":\"2026-11-22.2\",\"number\":2,\"note\":"
            + "\"Homes sell faster\",\"restores\":\"2026-11\",\"writtenBy\":\"user_1\","
            + "\"inForceSince\":\"2026-11-22T12:00:00Z\"},"
            + "{\"version\":\"2026-11\",\"number\":1}]}");
  }
}
