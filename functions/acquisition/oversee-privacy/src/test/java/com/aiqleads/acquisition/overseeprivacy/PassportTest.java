package com.aiqleads.acquisition.overseeprivacy;

import static com.aiqleads.acquisition.overseeprivacy.PrivacyDesk.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be done with a lead, and the scrubs and consents that say so.
class PassportTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FakeIssuer ISSUER = new FakeIssuer();

  @RegisterExtension final PrivacyDesk desk = new PrivacyDesk(postgres, ISSUER);

  private final ApplicationContext context = desk.context();
  private final Operator operator = desk.operator();

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void aPassportNamesNobody() {
    desk.file(LeadFixtures.anAdvertisement());
    context
        .getBean(Lineages.class)
        .keep(List.of(LineageFixtures.aLineage(LeadFixtures.SEEN_AT, LeadFixtures.PRICE)));
    new Database(postgres.administrator())
        .update(
            "update acquisition.lineage set listing_id = (select listing_id from"
                + " acquisition.advertisements)",
            _ -> {});

    String passport = passport();

    assertThat(passport)
        .contains("\"robotsRule\":\"Allow: /d/\"")
        .contains("\"robotsStatus\":200,\"robotsHash\":\"0123\"", "\"approvedBy\":\"user_1\"")
        .contains("\"keptUntil\":\"%s\"".formatted(LeadFixtures.SEEN_AT.plus(Duration.ofDays(180))))
        .contains("\"suppressed\":false,\"consents\":[]", "\"source\":\"craigslist\"")
        .contains("\"refusal\":\"not_approved\"", "\"snapshotKey\":\"craigslist/ab/key.gz\"")
        .contains("\"phone\":{\"allowed\":[],\"refusals\":[\"never_scrubbed\"")
        .contains("\"mail\":{\"allowed\":[\"personal_mail\"],\"refusals\":[\"no_consent\"]}")
        .doesNotContain("9582368", "958-2368", "Dana", "dana", "22ND", "userpostingid");
  }

  @Test
  void aPassportKnowsScrubsConsentAndSuppression() {
    desk.file(LeadFixtures.anAdvertisement());
    String scrub =
        "{\"list\":\"national\",\"lookedAt\":\"%s\",\"unlisted\":[\"+13059582368\"]}"
            .formatted(Instant.now().minusSeconds(1));
    String consent =
        "{\"who\":\"+13059582368\",\"channel\":\"text_message\",\"act\":\"given\","
            + "\"text\":\"Text me offers\"}";
    assertThat(operator.answer("POST", "/scrubs", scrub).getStatusCode()).isEqualTo(204);
    assertThat(operator.answer("POST", "/consents", consent).getStatusCode()).isEqualTo(204);
    assertThat(
            operator
                .answer("POST", "/consents", consent.replace("given", "revoked"))
                .getStatusCode())
        .isEqualTo(204);
    assertThat(desk.texts("select act from acquisition.consents order by id"))
        .containsExactly("GIVEN", "REVOKED");
    assertThat(passport())
        .contains("\"lookedUpAt\":\"")
        .containsSubsequence(
            "\"channel\":\"text_message\",\"act\":\"given\",\"at\":",
            "\"channel\":\"text_message\",\"act\":\"revoked\",\"at\":")
        .doesNotContain("never_scrubbed", "Text me offers", "9582368");

    operator.answer("POST", "/suppressions", PHONE);

    assertThat(passport())
        .contains("\"suppressed\":true", "\"phone\":{\"allowed\":[]", "\"suppressed\"");
  }

  @Test
  void aLeadIsLookedUpOnceEachOfItsNumbersIsOnTheNationalList() {
    desk.file(LeadFixtures.anAdvertisement());
    desk.file(PrivacyDesk.elsewhere(new Phone("+13052345678")));
    String scrub = "{\"list\":\"%s\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"unlisted\":[\"%s\"]}";
    operator.answer("POST", "/scrubs", scrub.formatted("national", "+13059582368"));
    operator.answer("POST", "/scrubs", scrub.formatted("fl", "+13052345678"));
    assertThat(passport()).doesNotContain("lookedUpAt").contains("never_scrubbed");

    operator.answer("POST", "/scrubs", scrub.formatted("national", "+13052345678"));
    assertThat(passport()).contains("\"lookedUpAt\":\"2026-11-20T00:00:00Z\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"who\":\"x\",\"channel\":\"bulk_mail\",\"act\":\"given\",\"text\":\"t\"}",
        "{\"who\":\"a@b.example\",\"channel\":\"x\",\"act\":\"given\",\"text\":\"t\"}",
        "{\"who\":\"a@b.example\",\"channel\":\"bulk_mail\",\"act\":\"x\",\"text\":\"t\"}",
        "{\"who\":\"a@b.example\",\"channel\":\"bulk_mail\",\"act\":\"given\",\"text\":\" \"}"
      })
  void entersNoConsentThatSaysNothing(String body) {
    assertThat(operator.answer("POST", "/consents", body).getStatusCode()).isEqualTo(400);
    assertThat(desk.texts("select act from acquisition.consents")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"list\":\"national\",\"lookedAt\":\"2026-11-20T00:00:00Z\"}",
        "{\"list\":\"Texas\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"listed\":[\"+13059582368\"]}",
        "{\"list\":\"tx\",\"lookedAt\":\"yesterday\",\"listed\":[\"+13059582368\"]}",
        "{\"list\":\"tx\",\"lookedAt\":\"2999-11-20T00:00:00Z\",\"listed\":[\"+13059582368\"]}",
        "{\"list\":\"tx\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"listed\":[\"911\"]}"
      })
  void takesNoScrubThatSaysNothing(String body) {
    assertThat(operator.answer("POST", "/scrubs", body).getStatusCode()).isEqualTo(400);
    assertThat(desk.texts("select list from acquisition.do_not_call")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "lead_x", "lead_01M7T1X131F02BNNQYJJJNY65J"})
  void thereIsNoPassportOfNoLead(String id) {
    Call call = Call.get("/leads/" + id + "/passport");

    assertThat(operator.with("marketplace:read").answer(call).getStatusCode()).isEqualTo(404);
  }

  private String passport() {
    String lead = desk.texts("select id::text from acquisition.leads").getFirst();
    String id = new LeadId(UUID.fromString(lead)).text();
    APIGatewayV2HTTPResponse answer =
        operator.with("marketplace:read").answer(Call.get("/leads/" + id + "/passport"));
    assertThat(answer.getStatusCode()).isEqualTo(200);
    return answer.getBody();
  }
}
