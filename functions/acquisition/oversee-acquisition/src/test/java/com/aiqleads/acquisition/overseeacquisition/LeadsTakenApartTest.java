package com.aiqleads.acquisition.overseeacquisition;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadsTakenApartTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final String KEY = "A".repeat(43) + "=";
  private static final String SCORE = "aiqleads-test-acquisition-score-lead";
  private static final String PUBLISH = "aiqleads-test-marketplace-publish-lead";
  private static final Advertisement FSBO = LeadFixtures.anAdvertisement();
  private static final Advertisement OTHER =
      LeadFixtures.anAdvertisement(
          LeadFixtures.aListing(
              Source.FORSALEBYOWNER, "9", LeadFixtures.PRICE, LeadFixtures.SEEN_AT));

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "oversee-acquisition",
          queues,
          Map.of(
              "aiqleads.access",
              "GET /lineage/{id}=acquisition:read;POST /leads/{id}/splits=acquisition:admin",
              "aiqleads.routes",
              "LeadResolved=acquisition-score-lead;LeadEnded=marketplace-publish-lead",
              "aiqleads.issuer",
              ISSUER.address()));

  private LeadId lead = new LeadId(Ids.derived("none"));

  private final Operator operator =
      new Operator(
          () -> new OverseeAcquisitionHandler(context),
          ISSUER,
          "acquisition:read acquisition:admin");

  @BeforeEach
  void fileTwoListingsUnderOneLead() {
    postgres.clear();
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY)));
    resolve(FSBO);
    resolve(OTHER);
    lead = leadOf(FSBO);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void showsWhichListingSpeaksForEachFieldAndWhy() {
    assertThat(lineage(lead))
        .contains("\"field\":\"title\",\"listingIds\":[\"" + FSBO.listing().id().text() + "\"]")
        .contains("\"rule\":\"says_most\",\"why\":\"It says most;")
        .contains("\"field\":\"phones\",\"listingIds\":[\"" + FSBO.listing().id().text() + "\",\"")
        .contains("\"splits\":[]")
        .doesNotContain("9582368");
  }

  @Test
  void makesTwoLeadsOfOneAndTellsOfBoth() {
    APIGatewayV2HTTPResponse answer = split(OTHER.listing().id().text());

    assertThat(answer.getStatusCode()).isEqualTo(200);
    LeadId part = leadOf(OTHER);
    assertThat(part).isNotEqualTo(lead);
    assertThat(answer.getBody())
        .contains("{\"leadId\":\"" + lead.text() + "\",\"version\":3,\"onSale\":true}")
        .contains("{\"leadId\":\"" + part.text() + "\",\"version\":1,\"onSale\":true}");
    assertThat(queues.bodiesSentTo(SCORE))
        .hasSize(2)
        .anySatisfy(body -> assertThat(body).contains(lead.text(), FSBO.listing().id().text()))
        .anySatisfy(body -> assertThat(body).contains(part.text(), OTHER.listing().id().text()));
  }

  @Test
  void writesDownWhoDidItAndWhy() {
    split(OTHER.listing().id().text());

    assertThat(lineage(lead))
        .contains("\"partId\":\"" + leadOf(OTHER).text() + "\"", "\"person\":\"user_")
        .contains("\"reason\":\"two homes\"", OTHER.listing().id().text());
    assertThat(lineage(leadOf(OTHER))).contains("\"reason\":\"two homes\"");
  }

  @Test
  void whatIsTakenApartTwiceIsTakenApartOnce() {
    split(OTHER.listing().id().text());

    APIGatewayV2HTTPResponse again = split(OTHER.listing().id().text());

    assertThat(again.getStatusCode()).isEqualTo(409);
    assertThat(again.getBody()).contains("\"code\":\"not-of-the-lead\"");
    assertThat(queues.bodiesSentTo(SCORE)).hasSize(2);
  }

  @Test
  void eachSideMustHaveAListing() {
    APIGatewayV2HTTPResponse all =
        split(FSBO.listing().id().text() + "\",\"" + OTHER.listing().id().text());

    assertThat(all.getStatusCode()).isEqualTo(409);
    assertThat(all.getBody()).contains("\"code\":\"nothing-left\"");
    assertThat(leadOf(OTHER)).isEqualTo(lead);
  }

  @Test
  void whatHasNothingOnSaleAnyMoreEnds() {
    end(FSBO.listing().id());

    assertThat(split(OTHER.listing().id().text()).getBody()).contains("\"onSale\":false");

    assertThat(queues.bodiesSentTo(PUBLISH))
        .singleElement()
        .satisfies(body -> assertThat(body).contains(lead.text(), "\"code\":\"nothing_left\""));
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .satisfies(body -> assertThat(body).contains(leadOf(OTHER).text()));
  }

  @Test
  void anUnknownLeadIsNotFound() {
    assertThat(splitOf("lead_x", OTHER.listing().id().text()).getStatusCode()).isEqualTo(404);
    assertThat(
            splitOf(new LeadId(Ids.derived("else")).text(), OTHER.listing().id().text()).getBody())
        .contains("\"code\":\"no-such-lead\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "' or 1=1 --",
        "../../etc/passwd",
        "${jndi:ldap://x}",
        "\\ud800",
        "\\u0000"
      })
  void refusesAttacksInsteadOfListings(String attack) {
    assertThat(split(attack).getStatusCode()).isEqualTo(400);
    assertThat(split(attack).getBody()).contains("listingIds[0]");
    assertThat(leadOf(OTHER)).isEqualTo(lead);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "' or 1=1 --",
        "../../x",
        "${jndi:ldap://x}",
        "dos pisos, 2º y 3º"
      })
  void keepsAReasonAsItWasGivenWhateverItSays(String reason) {
    assertThat(splitFor(reason).getStatusCode()).isEqualTo(200);

    assertThat(lineage(lead)).contains("\"reason\":\"" + reason + "\"");
    assertThat(context.getBean(Leads.class).find(lead).orElseThrow().advertisements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\\nhomes", "\\u0000", "\\ud800", "\\u0085"})
  void refusesAReasonThatIsNoLineOfText(String reason) {
    APIGatewayV2HTTPResponse answer = splitFor(reason);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"field\":\"reason\"");
    assertThat(leadOf(OTHER)).isEqualTo(lead);
  }

  @ParameterizedTest
  @CsvSource({"200,200", "201,400"})
  void aReasonHasTwoHundredCharactersAtMost(int length, int status) {
    assertThat(splitFor("x".repeat(length)).getStatusCode()).isEqualTo(status);
  }

  @Test
  void aLeadThatSomebodyElseChangesMeanwhileIsLookedAtAgain() {
    Leads real = context.getBean(Leads.class);
    context.registerSingleton(
        Leads.class,
        (Leads)
            Proxy.newProxyInstance(
                Leads.class.getClassLoader(),
                new Class<?>[] {Leads.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("reserve")) {
                    real.raise(lead, 3);
                  }
                  return method.invoke(real, arguments);
                }));

    APIGatewayV2HTTPResponse answer = split(OTHER.listing().id().text());

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(answer.getBody()).contains("\"code\":\"lead-changed\"", "Look at it");
    assertThat(queues.bodiesSentTo(SCORE)).isEmpty();
    assertThat(leadOf(OTHER)).isEqualTo(lead);
  }

  @Test
  void wantsListingsAndAReason() {
    assertThat(operator.answer("POST", "/leads/" + lead.text() + "/splits", "{}").getBody())
        .contains("\"field\":\"listingIds\"", "\"field\":\"reason\"");
  }

  @Test
  void onlyOperatorsWhoHaveSignedInTakeLeadsApart() {
    Call call = post(lead.text(), OTHER.listing().id().text(), "two homes");

    assertThat(operator.asNobody(call).getStatusCode()).isEqualTo(401);
    assertThat(operator.with("marketplace:read").answer(call).getStatusCode()).isEqualTo(403);
    assertThat(operator.with("acquisition:read").answer(call).getStatusCode()).isEqualTo(403);
    assertThat(operator.asProgram(call).getStatusCode()).isEqualTo(403);
    assertThat(leadOf(OTHER)).isEqualTo(lead);
  }

  private void resolve(Advertisement one) {
    LeadResolution resolution = resolution();
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(one), Set.of(), Set.of());
              return resolution.resolve(one);
            });
  }

  private void end(ListingId listing) {
    LeadResolution resolution = resolution();
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(), Set.of(), Set.of(listing));
              return resolution.end(listing, LeadFixtures.SEEN_AT.plusSeconds(60));
            });
  }

  private LeadResolution resolution() {
    return new LeadResolution(context.getBean(Leads.class), InstantSource.system());
  }

  private LeadId leadOf(Advertisement one) {
    return context.getBean(Leads.class).find(one.listing().id(), Set.of()).leads().getFirst().id();
  }

  private String lineage(LeadId of) {
    return operator.answer(Call.get("/lineage/" + of.text())).getBody();
  }

  private APIGatewayV2HTTPResponse split(String listing) {
    return splitOf(lead.text(), listing);
  }

  private APIGatewayV2HTTPResponse splitOf(String of, String listing) {
    return operator.answer(post(of, listing, "two homes"));
  }

  private APIGatewayV2HTTPResponse splitFor(String reason) {
    return operator.answer(post(lead.text(), OTHER.listing().id().text(), reason));
  }

  private static Call post(String lead, String listing, String reason) {
    return Operator.withJson(
        Call.to("POST", "/leads/" + lead + "/splits"),
        "{\"listingIds\":[\"%s\"],\"reason\":\"%s\"}".formatted(listing, reason));
  }
}
