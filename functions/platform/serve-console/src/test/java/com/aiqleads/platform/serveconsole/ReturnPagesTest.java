package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is given back, and who judges it.
class ReturnPagesTest extends RunningConsole {

  @Test
  void showsWhatWasGivenBackAndTakesMore() {
    returns();
    API.answers("/returns/return_2/appeals", 200, "{}");
    API.answers(
        "/orders",
        200,
        """
        {"orders":[{"id":"order_1","total":{"minorUnits":6800},"at":"2026-11-22T12:00:00Z",
          "leads":[{"id":"line_1","lead":"lead_01","headline":"House","mode":"shared",
            "price":{"minorUnits":3400}},
            {"id":"line_9","lead":"lead_09","headline":"Condo","mode":"shared",
            "price":{"minorUnits":3400}}]}]}
        """);
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/purchases").getBody())
        .contains("$34 credited", "/console/returns?line=line_9")
        .doesNotContain("?line=line_1\"");
    String page = buyer.get("/console/returns?line=line_9").getBody();
    assertThat(page)
        .contains("value=\"line_9\"", "Give it back", "$34 credited, before you asked")
        .contains("It is a private number.", "A person looks at it", "Older returns")
        .containsOnlyOnce("/appeals\"");
    assertThat(
            Visitor.header(
                buyer.post("/console/returns/return_2/appeals", Map.of("why", "Look.")),
                "location"))
        .isEqualTo("/console/returns");
    Map<String, String> wish = Map.of("line", "line_9", "reason", "fraud", "evidence", "Odd <b>");
    assertThat(Visitor.header(buyer.post("/console/returns", wish), "location"))
        .isEqualTo("/console/returns");
    assertThat(API.calls().getLast().body()).isEqualTo(wish);
    assertThat(
            signedIn("analyst", "marketplace:read").get("/console/returns?line=line_9").getBody())
        .doesNotContain("Give it back", "Let a person look");
  }

  @Test
  void saysWhyALeadIsNotTakenBack() {
    returns();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    buyer.get("/console/returns");
    API.answers("/returns", 409, "{\"detail\":\"All of its price was given back already.\"}");

    APIGatewayV2HTTPResponse refused = buyer.post("/console/returns", Map.of("line", "line_1"));

    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody()).contains("All of its price was given back already.");
    returns();
    API.answers("/returns/return_1/appeals", 409, "{\"detail\":\"Nobody can change it.\"}");
    assertThat(buyer.post("/console/returns/return_1/appeals", Map.of()).getBody())
        .contains("Nobody can change it.", "What was given back");
  }

  @Test
  void keepsWhatWasWrittenInARefusedReturn() {
    returns();
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");
    assertThat(buyer.get("/console/returns?line=line_9").getBody())
        .contains("<select id=\"reason\" name=\"reason\" required>", "value=\"\">Choose<")
        .doesNotContain("selected");
    API.answers("POST /returns", 400, "{\"detail\":\"Too long.\"}");
    API.answers("/returns/return_2/appeals", 400, "{\"detail\":\"Too long.\"}");

    String refused =
        buyer
            .post(
                "/console/returns",
                Map.of("line", "line_9", "reason", "out_of_area", "evidence", "In Tampa."))
            .getBody();
    String appeal =
        buyer
            .post("/console/returns/return_2/appeals", Map.of("why", "Look at the map."))
            .getBody();

    assertThat(refused)
        .contains("Too long.", "value=\"out_of_area\" selected", ">In Tampa.</textarea>")
        .containsOnlyOnce(" selected");
    assertThat(appeal).contains("Too long.", "value=\"Look at the map.\"");
  }

  @Test
  void letsSupportJudgeWhatTeamsGiveBack() {
    API.answers(
        "/appeals",
        200,
        """
        {"appeals":[{"what":{"id":"return_2","headline":"Condo","reason":"bounced_email",
          "askedAt":"2026-11-22T12:00:00Z","paid":{"minorUnits":3400},"credited":{"minorUnits":0},
          "because":[{"code":"no_answer","text":"There is no answer."}]},"team":"team_1",
          "evidence":"It <b>came</b> back.","appeal":"Really."}]}
        """);
    API.answers("/appeals/return_2/decisions", 200, "{}");
    Visitor support = signedIn("support", "marketplace:read", "platform:read");

    assertThat(support.get("/console/appeals").getBody())
        .contains("It &lt;b&gt;came&lt;/b&gt; back.", "Really.", "There is no answer.", "$34")
        .contains("href=\"/console/appeals\" aria-current=\"page\"")
        .doesNotContain("/console/return-rates");
    Map<String, String> half = Map.of("percent", "50", "note", "I called.");
    assertThat(
            Visitor.header(support.post("/console/appeals/return_2/decisions", half), "location"))
        .isEqualTo("/console/appeals");
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("percent", 50, "note", "I called."));
    API.answers(
        "/appeals/return_2/decisions",
        400,
        "{\"errors\":[{\"field\":\"percent\",\"message\":\"is required, 0 to 100\"}]}");
    assertThat(
            support
                .post(
                    "/console/appeals/return_2/decisions",
                    Map.of("percent", "150", "note", "It is \"dead\"."))
                .getBody())
        .contains("Percent: is required, 0 to 100", "Condo", "Kept for good: no names")
        .contains("required value=\"150\"", "value=\"It is &#34;dead&#34;.\"");
    API.answers("/appeals", 403, "{\"detail\":\"Not for you.\"}");
    assertThat(support.get("/console/appeals").getStatusCode()).isEqualTo(403);
  }

  @Test
  void showsAdminsHowMuchComesBack() {
    API.answers(
        "/return-rates",
        200,
        """
        {"rates":[{"kind":"reason","of":"listing_gone","sold":30,"returned":2,"recalled":1},
          {"kind":"source","of":"fsbo","sold":30,"returned":2,"recalled":1}]}
        """);
    Visitor admin = signedIn("admin", "marketplace:read", "marketplace:admin");

    assertThat(admin.get("/console/return-rates").getBody())
        .contains("fsbo", "Listing gone", "6.7 %", "Nothing yet.");
    API.answers("/return-rates", 403, "{}");
    assertThat(admin.get("/console/return-rates").getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "source, 100, 13, true",
    "source, 100, 12, false",
    "source,  25,  4, true",
    "source,  24,  4, false",
    "team,   100, 13, false",
  })
  void marksASourceOfWhichTooMuchComesBack(String kind, int sold, int returned, boolean marked) {
    API.answers(
        "/return-rates",
        200,
        "{\"rates\":[{\"kind\":\"%s\",\"of\":\"fsbo\",\"sold\":%d,\"returned\":%d,\"recalled\":0}]}"
            .formatted(kind, sold, returned));

    String page =
        signedIn("admin", "marketplace:read", "marketplace:admin")
            .get("/console/return-rates")
            .getBody();

    assertThat(page.contains("too much</span>")).isEqualTo(marked);
  }

  private static void returns() {
    API.answers(
        "/returns",
        200,
        """
        {"returns":[
          {"id":"return_1","line":"line_1","lead":"lead_01","headline":"House","reason":"duplicate",
           "state":"credited","credited":{"minorUnits":3400},"recalled":true,"appealable":false,
           "askedAt":"2026-11-22T12:00:00Z","because":[]},
          {"id":"return_2","line":"line_2","lead":"lead_02","headline":"Condo","reason":"bad_phone",
           "state":"refused","appealable":true,"askedAt":"2026-11-22T12:00:00Z",
           "because":[{"code":"private_number","text":"It is a private number."}]},
          {"id":"return_3","line":"line_3","lead":"lead_03","headline":"Loft","reason":"bored",
           "state":"waiting","appealable":false,"askedAt":"2026-11-22T12:00:00Z","because":[]},
          {"id":"return_4","line":"line_4","lead":"lead_04","headline":"Hut","reason":"fraud",
           "state":"appealed","appealable":false,"askedAt":"2026-11-22T12:00:00Z","because":[]}],
         "next":"2026-11-20T12:00:00Z"}
        """);
  }
}
