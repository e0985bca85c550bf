package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The plan, and what another would cost.
class PlanPageTest extends RunningConsole {

  private static final String PLAN =
      """
      {'plan':'pro','state':'active','paidPlan':'pro','until':'2026-12-22T12:00:00Z',
        'next':{'what':'change','plan':'free','at':'2026-12-22T12:00:00Z'},
        'unpaid':{'minorUnits':4900},'purchased':{'minorUnits':5100},'overdue':'clear'}
      """;

  @Test
  void showsThePlanAndWhatAnotherWouldCost() {
    plan("'overdue':'clear'");
    API.answers(
        "/subscription/quote",
        200,
        """
        {"outcome":"now","until":"2026-12-22T12:00:00Z","total":{"minorUnits":5000},
          "credits":{"minorUnits":3250}}
        """);
    Visitor manager = signedIn("buyer", "marketplace:read", "platform:write");

    String shown = manager.get("/console/plan?plan=premium").getBody();

    assertThat(shown)
        .contains(
            "Your team has the limits of: Pro",
            "Pro, paid until 2026-12-22 12:00:00 UTC",
            "At 2026-12-22 12:00:00 UTC it becomes Free.",
            "Keep it as it is",
            "$50 now, from what is in the wallet, until 2026-12-22 12:00:00 UTC; $32.50 of it",
            "Choose Premium",
            "Your team pays for it.",
            "Holds leads for 15 minutes, 100 at a time; extended up to 45 minutes",
            "AIQ-7",
            "Plan pro, 2026-11-22 to 2026-12-22",
            "Older invoices")
        .doesNotContain("Pause it when", "role=\"alert\"");
    assertThat(signedIn("analyst", "marketplace:read").get("/console/plan").getBody())
        .contains("AIQ-7")
        .doesNotContain("See what", "<form method=\"post\" action=\"/console/plan");
  }

  @Test
  void choosesPausesAndEndsThePlan() {
    plan("'overdue':'clear'");
    API.answers("/subscription", 200, PLAN.replace("'next'", "'then'").replace('\'', '"'));
    API.answers("/subscription/pause", 409, "{\"detail\":\"Your team pays for no plan.\"}");
    Visitor manager = signedIn("buyer", "marketplace:read", "platform:write");

    assertThat(manager.get("/console/plan").getBody())
        .contains("Pause it when the month is over", "End it when the month is over");
    assertThat(
            Visitor.header(
                manager.post("/console/plan/choice", Map.of("plan", "premium")), "location"))
        .isEqualTo("/console/plan");
    assertThat(Visitor.header(manager.post("/console/plan/end", Map.of()), "location"))
        .isEqualTo("/console/plan");
    assertThat(manager.post("/console/plan/pause", Map.of()).getBody())
        .contains("Your team pays for no plan.");
    assertThat(manager.post("/console/plan/resumption", Map.of()).getStatusCode()).isEqualTo(409);
    assertThat(manager.post("/console/plan/choice", Map.of("csrf", "guessed")).getStatusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "'overdue':'warned'|After two weeks your team has the limits",
        "'overdue':'blocked'|and you have your plan again",
        "'overdue':'lost'|was not paid in time",
        "'overdue':'clear','parked':{'why':'stood_still'}|which is our fault",
        "'overdue':'clear','parked':{'why':'billed_before'}|was billed already",
        "'overdue':'clear','parked':{'why':'too_many_items'}|within a day"
      })
  void saysWhatKeepsThePlanFromGoingOn(String trouble, String words) {
    plan(trouble);

    assertThat(signedIn("buyer", "marketplace:read").get("/console/plan").getBody())
        .contains("role=\"alert\"", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "200|{'outcome':'later','at':'2026-12-22T12:00:00Z'}|It begins at 2026-12-22 12:00:00 UTC",
        "200|{'outcome':'unchanged'}|it is what your team has",
        "200|{'outcome':'too_little_credit','total':{'minorUnits':4900},'purchased':{'minorUnits':0}}|Top up the wallet first",
        "409|{'detail':'An invoice is not paid.'}|An invoice is not paid."
      })
  void saysWhatAnotherPlanLeadsTo(int status, String quote, String words) {
    plan("'overdue':'clear'");
    API.answers("/subscription/quote", status, quote.replace('\'', '"'));

    assertThat(
            signedIn("buyer", "marketplace:read", "platform:write")
                .get("/console/plan?plan=premium")
                .getBody())
        .contains(words);
  }

  @Test
  void showsNoPlanThatCannotBeRead() {
    plan("'overdue':'clear'");
    API.answers("/plans", 503, "{}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    assertThat(buyer.get("/console/plan").getStatusCode()).isEqualTo(503);

    plan("'overdue':'clear'");
    API.answers(
        "/subscription",
        200,
        "{\"plan\":\"free\",\"state\":\"paused\",\"paidPlan\":\"pro\",\"overdue\":\"clear\"}");
    assertThat(buyer.get("/console/plan?below=7").getBody()).contains("Pro, paused");
  }

  private static void plan(String trouble) {
    API.answers(
        "/subscription", 200, PLAN.replace("'overdue':'clear'", trouble).replace('\'', '"'));
    API.answers(
        "/plans",
        200,
        """
        {"plans":[{"name":"free","price":{"minorUnits":0},"credits":{"minorUnits":0},
            "holdMinutes":5,"openHolds":25,"longestHoldMinutes":10},
          {"name":"pro","price":{"minorUnits":4900},"credits":{"minorUnits":2500},
            "holdMinutes":15,"openHolds":100,"longestHoldMinutes":45}]}
        """);
    API.answers(
        "/invoices",
        200,
        """
        {"invoices":[{"number":"AIQ-7","at":"2026-11-22T12:00:00Z","state":"paid",
            "total":{"minorUnits":4900},"lines":[{"what":"Plan pro",
              "from":"2026-11-22T12:00:00Z","until":"2026-12-22T12:00:00Z"}]}],"next":7}
        """);
  }
}
