package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Test;

/// One lead, to whom it may be shown.
class LeadPageTest extends RunningConsole {

  private static final String BOUGHT =
      """
      ,"bought":{"contact":{"name":"Sam Seller","phones":["+13053742000"],
      "emails":["sam@example.com"]},"address":{"street":"12 ANY TER","unit":"# 4"},
      "description":"All of it","url":"https://fsbo.com/1"}
      """;

  @Test
  void saysOfALeadWithoutAFreeSlotWhetherWaitingHelps() {
    String full = LEAD.formatted("").replace("\"free\":3", "\"free\":0");
    String held = full.replace("\"free\":0", "\"free\":0,\"freeAt\":\"2026-11-22T12:05:00Z\"");
    API.answers(
        "/leads",
        200,
        "{\"total\":2,\"leads\":[%s,%s],\"answeredBy\":\"index\",\"facets\":[]}"
            .formatted(full, held));

    String page =
        signedIn("buyer", "marketplace:read").get("/console/leads?available=true").getBody();

    assertThat(API.calls().getLast().path()).isEqualTo("/leads?available=true");
    assertThat(page)
        .contains(
            "<strong>All sold</strong>",
            "<strong>All held, free at 2026-11-22 12:05:00 UTC</strong>",
            "name=\"available\" value=\"true\" checked");
  }

  @Test
  void showsALeadWithItsReasonsAndHidesTheSeller() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(",\"correlationId\":\"cor_1\""));

    String page = signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody();

    assertThat(page)
        .contains("Base price of a house.", "Seen today.", "81 of 100", "cor_1")
        .contains("A phone number and the exact address come with the purchase.")
        .contains("Big &lt;b&gt;pool&lt;/b&gt;");
  }

  @Test
  void showsTheLegalPassportOfALead() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers(
        "/leads/lead_01/passport",
        200,
        """
        {"checkedAt":"2026-11-22T12:00:00Z","suppressed":false,"keptUntil":"2027-05-20T12:00:00Z",
         "sources":[{"source":"fsbo","observedAt":"2026-11-21T12:00:00Z","accessBasis":"licensed",
            "parserVersion":"fsbo-4","termsReviewedAt":"2026-01-02T00:00:00Z","approvedBy":"user_1","approvedUntil":"2027-01-01T00:00:00Z",
            "fetch":{"fetchedAt":"2026-11-21T12:00:00Z","robotsStatus":200,
              "robotsHash":"0123456789abcdef","robotsReadAt":"2026-11-21T11:00:00Z",
              "robotsRule":"Allow: /d/",
              "approvedBy":"user_1 until 2027-01-01T00:00:00Z"}},
           {"source":"sandbox","observedAt":"2026-11-20T12:00:00Z","accessBasis":"public",
            "approvedBy":"seed"},
           {"source":"zillow","observedAt":"2026-11-20T12:00:00Z","refusal":"not_approved"}],
         "consents":[
           {"channel":"text_message","act":"given","at":"2026-11-01T08:00:00Z"},
           {"channel":"text_message","act":"revoked","at":"2026-11-02T08:00:00Z"}],
         "phone":{"allowed":["manual_call"],"refusals":["no_consent"]},
         "mail":{"allowed":[],"refusals":[]}}
        """);

    String page = signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody();

    assertThat(page)
        .contains(
            "Legal passport",
            "read by fsbo-4, licensed access, terms read 2026-01-02",
            "public access, open-ended")
        .contains(" until 2027-01-01", "not fetched now: not approved", "Allow: /d/")
        .contains("<dt>Consent</dt><dd>text message agreed to 2026-11-01 08:00:00 UTC; ")
        .contains("text message taken back 2026-11-02 08:00:00 UTC</dd>")
        .contains("manual call (no consent)", "Not every number was looked up", "No, checked")
        .contains("Obeyed as read 2026-11-21 11:00:00 UTC, status 200, 0123456789ab, by ")
        .contains("The page is not kept any more", "2027-05-20 12:00:00");
  }

  @Test
  void showsOperatorsWhichAdvertisementSpeaksForWhat() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers(
        "/lineage/lead_01",
        200,
        """
        {"listings":[{"listingId":"listing_1","source":"fsbo"},
           {"listingId":"listing_2","source":"zillow"}],
         "survivors":[
           {"field":"livingAreaSqft","listingIds":["listing_2"],"why":"It says most."},
           {"field":"phones","listingIds":["listing_1","listing_2"],"why":"All together."}],
         "splits":[{"leadId":"lead_01","partId":"lead_02","listingIds":["listing_3"],
           "person":"user_1","reason":"two homes","at":"2026-11-22T12:00:00Z"}]}
        """);

    assertThat(
            signedIn("support", "marketplace:read", "acquisition:read")
                .get("/console/leads/lead_01")
                .getBody())
        .contains("What each site says of it", "Living area sqft", "zillow. It says most.")
        .contains("fsbo and zillow. All together.")
        .contains("by user_1: two homes. lead_02 became a lead of its own.");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .doesNotContain("What each site says of it");
  }

  @Test
  void drawsWhatALeadHasCost() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers(
        "/leads/lead_01/prices",
        200,
        """
        {"prices":[{"at":"2026-11-22T12:15:00.5Z","shared":{"minorUnits":1000},
           "exclusive":{"minorUnits":3000},"reasons":[{"code":"base","text":"Base."},
             {"code":"age","text":"Five days old."},{"code":"unwanted","text":"Nobody took it."},
             {"code":"floor","text":"The lowest price."}]},
         {"at":"2026-11-22T12:00:00Z","shared":{"minorUnits":2000},
           "exclusive":{"minorUnits":6000},"reasons":[{"code":"base","text":"Base."},
             {"code":"age","text":"A day old."},{"code":"floor","text":"The lowest price."}]}]}
        """);

    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("What it has cost", "2026-11-22 12:15:00", "$10", "$30")
        .contains("<td>Five days old. Nobody took it.</td>", "$60</td><td></td>")
        .doesNotContain("<td>A day old.", "Base.", "The lowest price.")
        .contains("$20 at first, $10 now, 0 prices in between", "8.0,8.0 592.0,60.0");

    API.answers("/leads/lead_01/prices", 404, "{}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .doesNotContain("What it has cost");
  }

  @Test
  void saysSoWhenALeadIsSuppressedOrHasNoPassport() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));
    API.answers("/leads/lead_01/passport", 404, "{\"title\":\"Not found\"}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("do not contact.");

    API.answers(
        "/leads/lead_01/passport",
        200,
        """
        {"checkedAt":"2026-11-22T12:00:00Z","suppressed":true,
         "lookedUpAt":"2026-11-22T11:00:00Z","sources":[]}
        """);
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("Yes: do not contact", "Looked up", "<dd>None on record</dd>");
  }

  @Test
  void showsTheSellerToTheTeamThatBoughtAndWhatTheContactMayBeUsedForNow() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(BOUGHT));
    API.answers(
        "/leads/lead_01/passport",
        200,
        """
        {"checkedAt":"2026-11-22T12:00:00Z","suppressed":false,"sources":[],
         "phone":{"allowed":["manual_call"],"refusals":["no_consent"]},
         "mail":{"allowed":[],"refusals":["no_consent"]}}
        """);

    String page = signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody();

    assertThat(page)
        .contains("Sam Seller", "+13053742000", "sam@example.com", "12 ANY TER # 4", "All of it")
        .contains("<dt>Phone, may be used now for</dt><dd>manual call (no consent)</dd>")
        .contains("<dt>Mail, may be used now for</dt><dd>nothing (no consent)</dd>")
        .containsSubsequence("The seller", "The property", "Price of this lead")
        .contains("<a href=\"https://fsbo.com/1\" rel=\"noreferrer\">https://fsbo.com/1</a>");
  }

  @Test
  void linksToNoAddressThatABrowserWouldRun() {
    String bought = BOUGHT.replace("https://fsbo.com/1", "javascript:alert(1)");
    API.answers("/leads/lead_01", 200, LEAD.formatted(bought));

    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("<dd>javascript:alert(1)</dd>")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void aContactMayBeUsedForNothingWhileNobodyCanSayWhatFor() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(BOUGHT));
    API.answers("/leads/lead_01/passport", 503, "{\"title\":\"Busy\"}");

    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("<dt>Phone, may be used now for</dt><dd>nothing: what the lists and the seller")
        .contains("do not contact.");
  }

  @Test
  void showsNothingOfASellerWhoIsSuppressedOrErased() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(BOUGHT));
    API.answers(
        "/leads/lead_01/passport",
        200,
        "{\"checkedAt\":\"2026-11-22T12:00:00Z\",\"suppressed\":true,\"sources\":[]}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("asked not to be contacted, or was erased")
        .doesNotContain("Sam Seller", "+13053742000", "sam@example.com", "12 ANY TER", "Hold it");

    API.answers("/leads/lead_01", 200, LEAD.formatted(",\"owned\":true,\"withheld\":true"));
    API.answers("/leads/lead_01/passport", 404, "{}");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("asked not to be contacted, or was erased")
        .doesNotContain("come with the purchase", "Hold it");
  }

  @Test
  void offersALeadSharedAndAloneToWhoMayBuy() {
    API.answers("/leads/lead_01", 200, LEAD.formatted(""));

    String forBuyers =
        signedIn("buyer", "marketplace:read", "marketplace:write")
            .get("/console/leads/lead_01")
            .getBody();

    assertThat(forBuyers)
        .contains("Hold it for $12.50", "Hold it alone for $37.50", "3 slots left");
    assertThat(signedIn("analyst", "marketplace:read").get("/console/leads/lead_01").getBody())
        .contains("3 slots left")
        .doesNotContain("Hold it");
  }

  @Test
  void saysFromWhenANewLeadIsOpenToThePlan() {
    String early =
        LEAD.formatted("")
            .replace("\"leadId\":", "\"opensAt\":\"2026-11-22T13:00:00Z\",\"leadId\":");
    API.answers("/leads/lead_01", 200, early);
    Visitor buyer = signedIn("buyer", "marketplace:read", "marketplace:write");

    assertThat(buyer.get("/console/leads/lead_01").getBody())
        .contains("yours can hold it from 2026-11-22 13:00:00 UTC")
        .doesNotContain("Hold it for", "Wait for it");
  }

  @Test
  void saysThatALeadIsNotThere() {
    API.answers(
        "/leads/nothing",
        404,
        "{\"title\":\"Not found\",\"detail\":\"There is no lead.\",\"correlationId\":\"cor_2\"}");

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read").get("/console/leads/nothing");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody()).contains("There is no lead.", "cor_2");
  }
}
