package com.aiqleads.acquisition.overseeprivacy;

import static com.aiqleads.acquisition.overseeprivacy.PrivacyDesk.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionRequest;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverseePrivacyHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final String PUBLISH = "aiqleads-test-marketplace-publish-lead";
  private static final String SCORE = "aiqleads-test-acquisition-score-lead";

  @RegisterExtension final PrivacyDesk desk = new PrivacyDesk(postgres, ISSUER);

  private final ApplicationContext context = desk.context();
  private final Operator operator = desk.operator();
  private final FakeQueues queues = desk.queues();

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (OverseePrivacyHandler handler = new OverseePrivacyHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void suppressesByHashAndTakesWhatThereIsOffSale() {
    desk.file(LeadFixtures.anAdvertisement());

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");

    assertThat(queues.bodiesSentTo(PUBLISH)).hasSize(1);
    assertThat(queues.bodiesSentTo(PUBLISH).getFirst()).contains("\"code\":\"suppressed\"");
    SuppressionKey key = SuppressionKey.of(new Phone("+13059582368"));
    assertThat(context.getBean(Suppressions.class).among(Set.of(key))).containsExactly(key);
    assertThat(
            desk.texts(
                "select s::text from acquisition.suppressions s"
                    + " union all select s::text from acquisition.suppression_changes s"))
        .hasSize(2)
        .noneMatch(row -> row.contains("3059582368"));
  }

  @Test
  void suppressingAgainChangesNothingAndTellsTheMarketplaceAgain() {
    desk.file(LeadFixtures.anAdvertisement());
    operator.answer("POST", "/suppressions", PHONE);

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":0,\"ended\":0}");
    assertThat(queues.bodiesSentTo(PUBLISH)).hasSize(2);
    assertThat(desk.texts("select id::text from acquisition.suppression_changes")).hasSize(1);
  }

  @Test
  void tellsTheMarketplaceOfALeadThatHadEndedBefore() {
    Advertisement sold = LeadFixtures.anAdvertisement();
    desk.file(sold);
    desk.end(sold);

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":0}");

    assertThat(queues.bodiesSentTo(PUBLISH))
        .singleElement()
        .asString()
        .contains("\"code\":\"suppressed\"", "\"version\":2");
  }

  @Test
  void aLeadGoesOnWithWhatOthersAdvertise() {
    desk.file(LeadFixtures.anAdvertisement());
    desk.file(PrivacyDesk.elsewhere(new Phone("+13052345678")));

    operator.answer("POST", "/suppressions", PHONE);

    toldToWithhold(2);
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .asString()
        .contains("+13052345678")
        .doesNotContain("+13059582368");
  }

  @Test
  void theMarketplaceWithholdsAContactAlsoIfTheLeadOutlivesIt() {
    desk.file(LeadFixtures.anAdvertisement());
    desk.file(PrivacyDesk.elsewhere());

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");

    toldToWithhold(2);
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .asString()
        .contains("\"version\":4", "\"phones\":[]")
        .doesNotContain("+13059582368");
  }

  @Test
  void theMarketplaceWithholdsAContactWhoseAdvertisementHadEndedBefore() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    desk.file(hers);
    desk.file(PrivacyDesk.elsewhere());
    desk.end(hers);

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":0}");

    toldToWithhold(3);
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .asString()
        .contains("\"version\":4")
        .doesNotContain("+13059582368");
  }

  @Test
  void saysNothingOfThePersonWhileSomeOfTheAdvertisementsAreNotEndedYet() {
    desk.file(LeadFixtures.anAdvertisement());
    desk.file(PrivacyDesk.elsewhere(new Phone("+13059582368")));

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":2}");

    toldToWithhold(4);
    assertThat(queues.bodiesSentTo(SCORE)).isEmpty();
  }

  private void toldToWithhold(int version) {
    assertThat(queues.bodiesSentTo(PUBLISH))
        .singleElement()
        .asString()
        .contains("\"code\":\"suppressed\"", "\"version\":" + version);
  }

  @Test
  void aHomeIsSuppressedHoweverItIsWritten() {
    desk.file(LeadFixtures.anAdvertisement());

    String home =
        "{\"addresses\":[\"1468 Southwest 22nd Terrace, Miami, FL 33145\"],\"reason\":\"r\"}";

    assertThat(operator.answer("POST", "/suppressions", home).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");
  }

  @Test
  void isLiftedWithAReasonToo() {
    operator.answer("POST", "/suppressions", PHONE);

    assertThat(operator.answer("POST", "/suppressions/lifting", PHONE).getBody())
        .isEqualTo("{\"lifted\":1}");
    assertThat(operator.answer("POST", "/suppressions/lifting", PHONE).getBody())
        .isEqualTo("{\"lifted\":0}");
    assertThat(operator.answer("GET", "/suppressions").getBody())
        .contains("\"act\":\"lifted\"", "\"act\":\"suppressed\"", "\"by\":\"user_", "by letter")
        .doesNotContain("3059582368");
  }

  @Test
  void anErasureBeginsWithASuppression() {
    String begun = operator.answer("POST", "/erasures", PHONE).getBody();

    assertThat(begun).contains("\"status\":\"running\"");
    List<String> told = queues.bodiesSentTo("aiqleads-test-acquisition-erase-person");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).doesNotContain("3059582368");
    SuppressionKey key = SuppressionKey.of(new Phone("+13059582368"));
    assertThat(context.getBean(Suppressions.class).among(Set.of(key))).containsExactly(key);
    assertThat(desk.texts("select person from acquisition.erasures"))
        .hasSize(1)
        .noneMatch(person -> person.contains("3059582368"));

    String id = begun.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(operator.answer("GET", "/erasures/" + id).getBody())
        .contains("\"status\":\"running\"", "\"subject\":\"")
        .contains("\"signatureHolds\":false");
  }

  @Test
  void tellsWhatIsHeldAndRemembersThatItWasAsked() {
    desk.file(LeadFixtures.anAdvertisement());

    assertThat(operator.answer("POST", "/disclosures", PHONE).getBody())
        .contains("\"source\":\"fsbo\"", "\"name\":\"Dana Whitfield\"", "+13059582368")
        .contains("\"address\":\"1468 SW 22ND TER MIAMI FL 33145\"", "\"suppressed\":0");
    assertThat(operator.answer("POST", "/disclosures", PHONE.replace("2368", "2369")).getBody())
        .contains("\"advertisements\":[]");
    assertThat(
            desk.texts("select listings || ' ' || reason from acquisition.disclosures order by id"))
        .containsExactly("1 asked by letter", "0 asked by letter");
    assertThat(desk.texts("select d::text from acquisition.disclosures d"))
        .noneMatch(row -> row.contains("958236"));
  }

  @Test
  void showsAReportAndWhetherItIsAsItWasSigned() {
    CorrelationId id = new CorrelationId(Ids.next(InstantSource.system()));
    Erasures erasures = context.getBean(Erasures.class);
    erasures.begin(
        id,
        new Person(Set.of(new Phone("+13059582368")), Set.of(), Set.of()),
        new Wish("user", "reason", LeadFixtures.SEEN_AT));
    String text = "erasure " + id.text() + "\n";
    String signature = context.getBean(Signatures.class).sign(text);
    erasures.finish(id, new Erasures.Signed(text, signature, LeadFixtures.SEEN_AT));

    assertThat(operator.answer("GET", "/erasures/" + id.text()).getBody())
        .contains("\"status\":\"done\"", signature, "\"signatureHolds\":true");

    new Database(postgres.administrator())
        .update("update acquisition.erasures set report = report || 'more'", _ -> {});
    assertThat(operator.answer("GET", "/erasures/" + id.text()).getBody())
        .contains("\"signatureHolds\":false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "cor_x", "cor_0J43GV5GYMFSFRMTVWHPEGYR9B"})
  void knowsNoOtherErasure(String id) {
    assertThat(operator.answer("GET", "/erasures/" + id).getStatusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"r\"}",
        "{\"phones\":[\"+13059582368\"]}",
        "{\"phones\":[\"305 958\"],\"reason\":\"r\"}",
        "{\"phones\":[\"' or 1=1 --\"],\"reason\":\"r\"}",
        "{\"emails\":[\"<script>alert(1)</script>\"],\"reason\":\"r\"}",
        "{\"addresses\":[\"nowhere\"],\"reason\":\"r\"}",
        "{\"phones\":[\"+13059582368\"],\"reason\":\"a\\nb\"}",
        "{\"phones\":[\"+13059582368\"],\"reason\":\" \"}"
      })
  void refusesWhatNamesNobody(String body) {
    assertThat(operator.answer("POST", "/suppressions", body).getStatusCode()).isEqualTo(400);
    assertThat(operator.answer("POST", "/suppressions/lifting", body).getStatusCode())
        .isEqualTo(400);
    assertThat(operator.answer("POST", "/erasures", body).getStatusCode()).isEqualTo(400);
    assertThat(operator.answer("POST", "/disclosures", body).getStatusCode()).isEqualTo(400);
    assertThat(desk.texts("select 'x' from acquisition.suppressions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /suppressions",
        "POST /suppressions/lifting",
        "POST /suppressions/pages",
        "POST /suppressions/pages/lifting",
        "GET /suppressions",
        "POST /erasures",
        "POST /disclosures",
        "POST /consents",
        "POST /scrubs",
        "GET /erasures/cor_0J43GV5GYMFSFRMTVWHPEGYR9B"
      })
  void onlyAnAdminDecidesAboutPeople(String route) {
    String[] parts = route.split(" ");
    Call call = Call.to(parts[0], parts[1]);

    assertThat(operator.asNobody(call).getStatusCode()).isEqualTo(401);
    assertThat(operator.with("acquisition:read").answer(call).getStatusCode()).isEqualTo(403);
  }

  @Test
  void aProgramDecidesAboutNobody() {
    Call call = Operator.withJson(Call.to("POST", "/suppressions"), PHONE);

    assertThat(operator.asProgram(call).getStatusCode()).isEqualTo(403);
  }

  @Test
  void saysHowRequestsOfTheStateStandAndWhenTheyAreDue() {
    assertThat(operator.answer("GET", "/deletions").getBody())
        .isEqualTo(
            "{\"overdue\":false,\"requests\":0,\"waiting\":0,\"deleted\":0,\"notFound\":0,"
                + "\"withdrawn\":0}");
    PullId pull = new PullId(new UUID(7, 7));
    Instant asked = Instant.now().minus(Duration.ofDays(46)).truncatedTo(ChronoUnit.SECONDS);
    DeletionRequests requests = context.getBean(DeletionRequests.class);
    context.getBean(DeletionPulls.class).begin(pull, asked);
    requests.take(pull, List.of(new DeletionRequest("A7kP2xQ9Lm4R", "x_1_NDZ.csv", null)), asked);

    assertThat(operator.answer("GET", "/deletions").getBody())
        .contains(
            "\"pulledAt\":\"%s\"".formatted(asked),
            "\"dueAt\":\"%s\"".formatted(asked.plus(Duration.ofDays(45))),
            "\"overdue\":true",
            "\"waiting\":1");
  }
}
