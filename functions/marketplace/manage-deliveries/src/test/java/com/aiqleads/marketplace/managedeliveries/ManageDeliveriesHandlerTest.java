package com.aiqleads.marketplace.managedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.MailAddress;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManageDeliveriesHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final String QUEUE = "aiqleads-test-marketplace-deliver-lead";
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final FakeQueues QUEUES = new FakeQueues();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static ApplicationContext context;
  private static TeamMember member;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "manage-deliveries",
            QUEUES,
            Map.of(
                "aiqleads.routes",
                "DeliveryFellDue=marketplace-deliver-lead",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "GET /endpoints=marketplace:read;POST /endpoints=platform:write;"
                    + "DELETE /endpoints/{id}=platform:write;"
                    + "POST /endpoints/{id}/secret=platform:write;"
                    + "POST /endpoints/{id}/opening=platform:write;"
                    + "POST /endpoints/{id}/tests=platform:write;"
                    + "GET /deliveries=marketplace:read;"
                    + "POST /deliveries/{id}/repeats=marketplace:write;"
                    + "PUT /endpoint-confirmations=public;"
                    + "GET /endpoint-stops=public;POST /endpoint-stops=public"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    member =
        new TeamMember(
            new ManageDeliveriesHandler(context),
            ISSUER,
            "marketplace:read marketplace:write platform:write");
  }

  @BeforeEach
  void empty() {
    postgres.clear();
    QUEUES.clear();
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void showsASecretOnce() {
    JsonNode added = member.json(OURS, add("https://crm.example/leads"));

    assertThat(added.get("secret").getStringValue()).startsWith("whsec_");
    JsonNode shown = member.json(OURS, Call.get("/endpoints")).get("endpoints");
    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.get(0).get("address").getStringValue()).isEqualTo("https://crm.example/leads");
    assertThat(shown.get(0).get("secret")).isNull();
    assertThat(member.json(THEIRS, Call.get("/endpoints")).get("endpoints").size()).isZero();

    JsonNode next = member.json(OURS, Call.post(path(added) + "/secret", "{}"));
    assertThat(next.get("secret").getStringValue())
        .startsWith("whsec_")
        .isNotEqualTo(added.get("secret").getStringValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"address\":\"\"}",
        "{\"address\":\"http://crm.example/\"}",
        "{\"address\":\"https://10.0.0.1/\"}",
        "{\"address\":\"http://127.0.0.1/\"}",
        "{\"address\":\"<script>\"}"
      })
  void refusesWhereNothingIsSent(String body) {
    assertThat(member.answer(OURS, Call.post("/endpoints", body)).getStatusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"sheets\",\"key\":\"pat-na1-secret\"}",
        "{\"kind\":\"hubspot\"}",
        "{\"kind\":\"hubspot\",\"key\":\"short\"}",
        "{\"kind\":\"hubspot\",\"key\":\"pat-na1 secret\"}",
        "{\"kind\":\"hubspot\",\"key\":\"pat-na1-secret\",\"address\":\"https://crm.example\"}",
        "{\"kind\":\"salesforce\",\"key\":\"the-secret\",\"client\":\"the-client\"}",
        "{\"kind\":\"salesforce\",\"key\":\"the-secret\",\"client\":\"the-client\",\"address\":\"https://a.example\"}",
        "{\"kind\":\"salesforce\",\"key\":\"the-secret\",\"address\":\"https://ours.my.salesforce.com\"}"
      })
  void refusesSystemsThatNobodyCouldEnter(String body) {
    assertThat(member.answer(OURS, Call.post("/endpoints", body)).getStatusCode()).isEqualTo(400);
    assertThat(member.json(OURS, Call.get("/endpoints")).get("endpoints").size()).isZero();
  }

  @Test
  void keepsKeysOfSystemsAndShowsThemNever() {
    JsonNode hubSpot =
        member.json(
            OURS, Call.post("/endpoints", "{\"kind\":\"hubspot\",\"key\":\"pat-na1-secret\"}"));
    member.json(
        OURS, Call.post("/endpoints", "{\"kind\":\"follow_up_boss\",\"key\":\"fka_secret\"}"));
    member.json(
        OURS,
        Call.post(
            "/endpoints",
            "{\"kind\":\"salesforce\",\"client\":\"the-client\",\"key\":\"the-secret\","
                + "\"address\":\"https://ours.my.salesforce.com\"}"));

    assertThat(hubSpot.get("secret")).isNull();
    String shown = member.answer(OURS, Call.get("/endpoints")).getBody();
    assertThat(shown)
        .contains("hubspot", "https://api.hubapi.com", "follow_up_boss")
        .contains("https://api.followupboss.com", "https://ours.my.salesforce.com")
        .doesNotContain("pat-na1", "fka_", "the-client", "the-secret");

    assertThat(answer(OURS, Call.post(path(hubSpot) + "/secret", "{}"))).isEqualTo(400);
    assertThat(answer(OURS, Call.post(path(hubSpot) + "/secret", "{\"key\":\"pat-na1-next\"}")))
        .isEqualTo(200);
    Deliveries deliveries = context.getBean(Deliveries.class);
    member.answer(OURS, Call.post(path(hubSpot) + "/tests", "{}"));
    assertThat(deliveries.take(deliveries.fallDue(1).getFirst()).orElseThrow().destination())
        .isEqualTo(
            new Destination.HubSpot(
                URI.create("https://api.hubapi.com"), new AccessKey("pat-na1-next")));
    assertThat(new EndpointRequest("hubspot", null, null, "pat-na1-secret").toString())
        .doesNotContain("pat-na1");
  }

  @Test
  void asksAMailAddressBeforeAnyLeadGoesThere() {
    JsonNode added =
        member.json(
            OURS, Call.post("/endpoints", "{\"kind\":\"email\",\"address\":\"ann@team.example\"}"));

    assertThat(added.get("secret")).isNull();
    assertThat(off()).isEqualTo("unconfirmed");
    Deliveries deliveries = context.getBean(Deliveries.class);
    Parcel letter = deliveries.take(deliveries.fallDue(1).getFirst()).orElseThrow();
    Destination.Mailbox asked = (Destination.Mailbox) letter.destination();
    assertThat(asked.isConfirmed()).isFalse();
    assertThat(answer(OURS, Call.post(path(added) + "/opening", "{}"))).isEqualTo(404);
    assertThat(answer(OURS, Call.post(path(added) + "/secret", "{}"))).isEqualTo(404);

    member.assertRefused(OURS, confirmation("endpoint_0.nonsense"), 422, "no-such-confirmation");
    assertThat(off()).isEqualTo("unconfirmed");
    assertThat(answer(OURS, confirmation("short"))).isEqualTo(400);
    assertThat(answer(OURS, confirmation(asked.proof().reveal()))).isEqualTo(204);
    assertThat(off()).isEmpty();
    assertThat(answer(OURS, confirmation(asked.proof().reveal()))).as("again").isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ann", "https://crm.example/", "a@b.example,c@d.example"})
  void refusesWhatIsNoMailAddress(String address) {
    assertThat(
            answer(
                OURS,
                Call.post(
                    "/endpoints", "{\"kind\":\"email\",\"address\":\"%s\"}".formatted(address))))
        .isEqualTo(400);
  }

  /// As mail programs post when their reader pushes the button.
  @Test
  void stopsByOneClickWithoutAnAccount() {
    EndpointId id = new EndpointId(Ids.derived("endpoint"));
    Mailbox mailbox = Mailbox.asked(id, MailAddress.of("ann@team.example"));
    Endpoints endpoints = context.getBean(Endpoints.class);
    endpoints.add(OURS, id, mailbox);
    endpoints.confirm(mailbox.proof().reveal());
    String address = "/endpoint-stops?token=" + mailbox.proof().reveal();

    APIGatewayV2HTTPResponse looked = stranger(Call.get(address));
    assertThat(looked.getStatusCode()).isEqualTo(303);
    assertThat(looked.getHeaders().toString())
        .contains("/console/stop-delivery#token=" + mailbox.proof().reveal());
    assertThat(off()).as("programs open links").isEmpty();

    Call click =
        Call.to("POST", address)
            .body("List-Unsubscribe=One-Click")
            .header("content-type", "application/x-www-form-urlencoded");
    assertThat(stranger(click).getStatusCode()).isEqualTo(204);
    assertThat(stranger(click).getStatusCode()).as("again").isEqualTo(204);

    assertThat(off()).isEqualTo("stopped");
    assertThat(stranger(Call.to("POST", address + "A")).getBody()).contains("no-such-confirmation");
    assertThat(stranger(Call.to("POST", "/endpoint-stops?token=x")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void asksAnAddressThreeTimesADayForWhicheverTeams() {
    for (int number = 1; number <= 3; number++) {
      TeamId team = new TeamId(Ids.derived("team", String.valueOf(number)));
      assertThat(answer(team, mail("ann@team.example"))).isEqualTo(201);
    }

    member.assertRefused(OURS, mail("ann@team.example"), 409, "asked-too-often");
    assertThat(answer(OURS, mail("bob@team.example"))).isEqualTo(201);
  }

  private static APIGatewayV2HTTPResponse stranger(Call call) {
    return new ManageDeliveriesHandler(context)
        .handleRequest(call.event(), new FakeInvocation(Duration.ofSeconds(10)));
  }

  private static Call mail(String address) {
    return Call.post("/endpoints", "{\"kind\":\"email\",\"address\":\"%s\"}".formatted(address));
  }

  private static Call confirmation(String token) {
    return Call.to("PUT", "/endpoint-confirmations")
        .body("{\"token\":\"%s\"}".formatted(token))
        .header("content-type", "application/json");
  }

  private static String off() {
    JsonNode off = member.json(OURS, Call.get("/endpoints")).get("endpoints").get(0).get("off");
    return off == null || off.isNull() ? "" : off.getStringValue();
  }

  @Test
  void saysWhyAnAddressIsNotAdded() {
    member.answer(OURS, add("https://crm.example/"));
    member.assertRefused(OURS, add("https://crm.example/"), 409, "known-endpoint");
    for (int number = 0; number < 4; number++) {
      member.answer(OURS, add("https://crm" + number + ".example/"));
    }

    member.assertRefused(OURS, add("https://other.example/"), 409, "too-many-endpoints");
  }

  @Test
  void triesItOutAtOnce() {
    JsonNode added = member.json(OURS, add("https://crm.example/"));

    assertThat(answer(OURS, Call.post(path(added) + "/tests", "{}"))).isEqualTo(202);

    assertThat(QUEUES.bodiesSentTo(QUEUE)).hasSize(1);
    JsonNode shown = member.json(OURS, Call.get("/deliveries")).get("deliveries").get(0);
    assertThat(QUEUES.bodiesSentTo(QUEUE).getFirst()).contains(shown.get("id").getStringValue());
    assertThat(shown.get("state").getStringValue()).isEqualTo("due");
    assertThat(shown.get("lead")).isNull();
    assertThat(member.json(THEIRS, Call.get("/deliveries")).get("deliveries").size()).isZero();
  }

  @Test
  void sendsAgainWhatWasGivenUp() {
    JsonNode added = member.json(OURS, add("https://crm.example/"));
    member.answer(OURS, Call.post(path(added) + "/tests", "{}"));
    String id =
        member
            .json(OURS, Call.get("/deliveries"))
            .get("deliveries")
            .get(0)
            .get("id")
            .getStringValue();
    Deliveries deliveries = context.getBean(Deliveries.class);
    deliveries.tried(
        deliveries.take(DeliveryId.parse(id)).orElseThrow(),
        new Attempt.GivenUp("It failed.", true));
    QUEUES.clear();
    Call again = Call.post("/deliveries/" + id + "/repeats", "{}");

    member.assertRefused(THEIRS, again, 404, "no-such-delivery");
    assertThat(QUEUES.bodiesSentTo(QUEUE)).isEmpty();
    assertThat(answer(OURS, again)).isEqualTo(202);

    assertThat(QUEUES.bodiesSentTo(QUEUE)).hasSize(1);
    assertThat(
            member
                .json(OURS, Call.get("/deliveries"))
                .get("deliveries")
                .get(0)
                .get("state")
                .getStringValue())
        .isEqualTo("due");
  }

  @Test
  void turnsOnWhatWasTurnedOff() {
    JsonNode added = member.json(OURS, add("https://crm.example/"));
    DeliveryId test = new DeliveryId(Ids.derived("test"));
    Deliveries deliveries = context.getBean(Deliveries.class);
    member.answer(OURS, Call.post(path(added) + "/tests", "{}"));
    deliveries.tried(
        deliveries.take(deliveries.fallDue(1).getFirst()).orElseThrow(),
        new Attempt.Gone("The server answered 410.", true));

    JsonNode off = member.json(OURS, Call.get("/endpoints")).get("endpoints").get(0);
    assertThat(off.get("off").getStringValue()).isEqualTo("gone");
    assertThat(off.get("offSince").getStringValue()).isNotBlank();
    member.assertRefused(OURS, Call.post(path(added) + "/tests", "{}"), 404, "no-such-endpoint");
    assertThat(answer(OURS, Call.post(path(added) + "/opening", "{}"))).isEqualTo(204);
    assertThat(member.json(OURS, Call.get("/endpoints")).get("endpoints").get(0).get("off"))
        .isNull();
    assertThat(deliveries.take(test)).isEmpty();
  }

  @Test
  void keepsTeamsApart() {
    String path = path(member.json(OURS, add("https://crm.example/")));

    for (String act : List.of("/secret", "/opening", "/tests")) {
      member.assertRefused(THEIRS, Call.post(path + act, "{}"), 404, "no-such-endpoint");
    }
    member.assertRefused(THEIRS, Call.to("DELETE", path), 404, "no-such-endpoint");
    member.assertRefused(OURS, Call.to("DELETE", "/endpoints/mine"), 404, "no-such-endpoint");
    member.assertRefused(OURS, Call.post("/deliveries/x/repeats", "{}"), 404, "no-such-delivery");
    assertThat(answer(OURS, Call.to("DELETE", path))).isEqualTo(204);
    assertThat(member.json(OURS, Call.get("/endpoints")).get("endpoints").size()).isZero();
  }

  @Test
  void tellsAPageOfDeliveries() {
    assertThat(answer(OURS, Call.get("/deliveries?before=yesterday"))).isEqualTo(400);
    assertThat(answer(OURS, Call.get("/deliveries?before=%2B300000-01-01T00:00:00Z")))
        .isEqualTo(200);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManageDeliveriesHandler handler = new ManageDeliveriesHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static int answer(TeamId team, Call call) {
    return member.answer(team, call).getStatusCode();
  }

  private static Call add(String address) {
    return Call.post("/endpoints", "{\"address\":\"" + address + "\"}");
  }

  private static String path(JsonNode added) {
    return "/endpoints/" + added.get("id").getStringValue();
  }
}
