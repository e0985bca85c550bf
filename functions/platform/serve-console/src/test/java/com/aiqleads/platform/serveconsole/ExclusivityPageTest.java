package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Test;

/// Receipts of what a team bought alone, and what anybody sees of them.
class ExclusivityPageTest extends RunningConsole {

  private static final String VALID =
      """
      {'verdict':'valid','text':'We signed this receipt.','leadId':'lead_01',
       'from':'2026-11-22T10:00:00Z','until':null,'soldBefore':0}
      """
          .replace('\'', '"');

  @Test
  void saysToAnybodyWhetherAReceiptIsRight() {
    API.answers("/exclusivity/a.b.c", 200, VALID);

    for (String path :
        new String[] {"/console/exclusivity/a.b.c", "/console/exclusivity?receipt=%20a.b.c%20"}) {
      APIGatewayV2HTTPResponse answer = visitor.get(path);

      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(answer.getBody())
          .contains(
              "We signed this receipt.", "lead_01", "for good", "0 times", ">a.b.c</textarea>")
          .doesNotContain("send to others");
    }
  }

  @Test
  void saysSinceWhenAReceiptIsRevoked() {
    API.answers(
        "/exclusivity/a.b.c",
        200,
        VALID
            .replace("null", "\"2026-11-23T10:00:00Z\"")
            .replace("We signed", "It is revoked. We signed"));

    assertThat(visitor.get("/console/exclusivity/a.b.c").getBody())
        .contains("It is revoked.", "2026-11-23")
        .doesNotContain("for good");
  }

  @Test
  void saysWhatIsNoReceipt() {
    API.answers(
        "/exclusivity/garbage",
        404,
        "{\"code\":\"not-our-receipt\",\"detail\":\"We did not sign this receipt.\"}");

    APIGatewayV2HTTPResponse answer = visitor.get("/console/exclusivity/garbage");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getBody())
        .contains("We did not sign this receipt.", "role=\"alert\"", ">garbage</textarea>");
  }

  @Test
  void showsATeamItsReceipts() {
    API.answers(
        "/exclusivity-receipts",
        200,
        "{\"receipts\":[{\"receipt\":\"a.b.c\",\"says\":" + VALID + "}]}");

    assertThat(visitor.get("/console/exclusivity").getBody())
        .contains("Check it")
        .doesNotContain("a.b.c");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/exclusivity").getBody())
        .contains("/console/leads/lead_01", "/console/exclusivity/a.b.c", ">a.b.c</textarea>");
  }
}
