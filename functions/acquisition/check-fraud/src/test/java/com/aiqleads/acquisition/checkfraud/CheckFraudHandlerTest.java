package com.aiqleads.acquisition.checkfraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.InMemoryLeads;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.standing.InMemoryStandings;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckFraudHandlerTest {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final String TEXT =
      "Corner lot with a mango tree in the yard, a roof that is two years old, windows against"
          + " storms, an open kitchen with a gas range and a garage for two cars.";
  private static final String POSTED =
      """
      {"title":"%s","description":"%s","priceDollars":250000,"type":"house","bedrooms":3,
       "livingAreaSqft":1742,"street":"9 Elm St","city":"Tampa","state":"FL","zip":"33602",
       "contactName":"%s","phones":["(813) 958-2222"],
       "photoUrls":["https://other.example/1"]}
      """;

  private final FakeIssuer issuer = new FakeIssuer();
  private final InMemoryLeads leads = new InMemoryLeads();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "check-fraud",
          new FakeQueues(),
          Map.of(
              "aiqleads.access",
              "GET /leads/{id}/fraud=acquisition:read;POST /fraud-checks=acquisition:read",
              "aiqleads.issuer",
              issuer.address()));

  @BeforeEach
  void keepInMemory() {
    context.registerSingleton(Leads.class, leads);
    context.registerSingleton(Standings.class, new InMemoryStandings(leads));
  }

  @AfterEach
  void close() {
    context.close();
    issuer.close();
  }

  @Test
  void answersOnlyWhomItMay() {
    String buyer = issuer.token(claims -> claims.claim("scope", "marketplace:read"));

    for (Call call :
        new Call[] {Call.to("POST", "/fraud-checks"), Call.to("GET", "/leads/lead_1/fraud")}) {
      assertThat(answer(call).getStatusCode()).isEqualTo(401);
      assertThat(answer(call.bearer(buyer)).getStatusCode()).isEqualTo(403);
    }
  }

  @Test
  void tellsOfALeadWithoutItsSeller() {
    Started known = (Started) file(LeadFixtures.anAdvertisement());

    APIGatewayV2HTTPResponse answer =
        asked("GET", "/leads/" + known.lead().id().text() + "/fraud", null);

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody())
        .isEqualTo("{\"points\":0,\"band\":\"low\",\"reasons\":[],\"model\":\"rules-2\"}");
  }

  @Test
  void knowsNoLeadThatIsNone() {
    assertThat(asked("GET", "/leads/lead_1/fraud", null).getBody()).contains("no-lead");
    assertThat(asked("GET", "/leads/lead_01M7T1X131F02BNNQYJJJNY65J/fraud", null).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void findsThatAPostedListingIsACheaperCloneAndKeepsNothingOfIt() {
    file(LeadFixtures.anAdvertisement(LeadFixtures.aListing().described("Bright house", TEXT)));

    APIGatewayV2HTTPResponse answer =
        asked("POST", "/fraud-checks", POSTED.formatted("A bargain", TEXT, "Rosa"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody())
        .contains("\"band\":\"high\"", "\"code\":\"cloned_cheaper\"", "\"model\":\"rules-2\"")
        .doesNotContain("958-2222", "Rosa", "Elm");
    assertThat(leads.all()).hasSize(1);
  }

  @Test
  void swappedWordsForPeopleChangeNothing() {
    file(LeadFixtures.anAdvertisement(LeadFixtures.aListing().described("Bright house", TEXT)));
    String one = TEXT + " Walk to the church, ideal for a family, call Maria.";
    String other = TEXT + " Walk to the mosque, ideal for a bachelor, call Mohammed.";

    assertThat(asked("POST", "/fraud-checks", POSTED.formatted("Maria", one, "Maria")).getBody())
        .isEqualTo(
            asked("POST", "/fraud-checks", POSTED.formatted("Mohammed", other, "Mohammed"))
                .getBody());
  }

  @Test
  void namesEveryWrongField() {
    String many = "[" + "\"x\",".repeat(60) + "\"x\"]";

    APIGatewayV2HTTPResponse answer =
        asked(
            "POST",
            "/fraud-checks",
            """
            {"title":"","description":"%s","priceDollars":1,"type":"castle","bedrooms":-1,
             "livingAreaSqft":0,"street":"PO Box 3","city":"%s","state":"FL","zip":"33602",
             "phones":%s,"emails":["%s"],"photoUrls":%s,"sellerUrl":"%s","market":"%s",
             "contactName":"%s"}
            """
                .formatted(
                    "d".repeat(10_001),
                    "c".repeat(201),
                    many,
                    "e".repeat(201),
                    many,
                    "u".repeat(2_001),
                    "m".repeat(201),
                    "n".repeat(201)));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    for (String field :
        "title description priceDollars type bedrooms livingAreaSqft street city phones emails[0]"
            .concat(" photoUrls sellerUrl market contactName")
            .split(" ")) {
      assertThat(answer.getBody()).contains("\"field\":\"" + field + "\"");
    }
  }

  @Test
  void namesEveryFieldThatLacks() {
    assertThat(asked("POST", "/fraud-checks", "{}").getBody())
        .contains(
            "\"title\"", "\"priceDollars\"", "\"street\"", "\"city\"", "\"state\"", "\"zip\"");
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (CheckFraudHandler handler = new CheckFraudHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private Object file(Advertisement seen) {
    return new LeadResolution(leads, InstantSource.system()).resolve(seen);
  }

  private APIGatewayV2HTTPResponse asked(String method, String address, @Nullable String body) {
    Call call = body == null ? Call.to(method, address) : Call.post(address, body);
    return answer(call.bearer(issuer.token(claims -> claims.claim("scope", "acquisition:read"))));
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return new CheckFraudHandler(context).handleRequest(call.event(), INVOCATION);
  }
}
