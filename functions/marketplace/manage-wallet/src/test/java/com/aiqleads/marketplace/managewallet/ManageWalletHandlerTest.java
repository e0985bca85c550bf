package com.aiqleads.marketplace.managewallet;

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
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManageWalletHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static ApplicationContext context;
  private static ManageWalletHandler function;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "manage-wallet",
            new FakeQueues(),
            Map.of(
                "claims",
                "in-memory",
                "aiqleads.issuer",
                ISSUER.address(),
                "aiqleads.access",
                "GET /wallet=marketplace:read;GET /wallet/movements=marketplace:read;POST /gifts=marketplace:admin"));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    function = new ManageWalletHandler(context);
  }

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void givesATeamCreditOnceForAKey() {
    Call gift =
        gift("2500", "'note':'Sorry for the outage','days':30").header("Idempotency-Key", "k1");

    String first = answer(THEIRS, gift).getBody();

    assertThat(answer(THEIRS, gift).getBody()).isEqualTo(first);
    JsonNode wallet = json(answer(OURS, Call.get("/wallet")));
    assertThat(wallet.get("available").get("minorUnits").getIntValue()).isEqualTo(2500);
    assertThat(wallet.get("lots").get(0).get("kind").getStringValue()).isEqualTo("gift");
    assertThat(wallet.get("lots").get(0).get("until")).isNotNull();
    JsonNode movements = json(answer(OURS, Call.get("/wallet/movements"))).get("movements");
    assertThat(movements.size()).isEqualTo(1);
    assertThat(movements.get(0).get("note").getStringValue()).isEqualTo("Sorry for the outage");
    assertThat(movements.get(0).get("balance").get("minorUnits").getIntValue()).isEqualTo(2500);
    long number = movements.get(0).get("number").getLongValue();
    assertThat(
            json(answer(OURS, Call.get("/wallet/movements?below=" + number)))
                .get("movements")
                .size())
        .isZero();
  }

  @Test
  void givesEachTimeWithoutAKey() {
    answer(THEIRS, gift("2500", "'note':'One'"));
    answer(THEIRS, gift("2500", "'note':'Two'"));

    assertThat(
            json(answer(OURS, Call.get("/wallet"))).get("balance").get("minorUnits").getIntValue())
        .isEqualTo(5000);
    assertThat(
            json(answer(THEIRS, Call.get("/wallet")))
                .get("balance")
                .get("minorUnits")
                .getIntValue())
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "0|'note':'a'",
        "-100|'note':'a'",
        "1000001|'note':'a'",
        "100|'note':''",
        "100|'note':'a','days':0",
        "100|'note':'a','days':3661",
        "9999999999999999999900|'note':'a'"
      })
  void refusesWhatIsNoGift(String cents, String more) {
    assertThat(answer(THEIRS, gift(cents, more)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoPage() {
    assertThat(answer(OURS, Call.get("/wallet/movements?below=x")).getStatusCode()).isEqualTo(400);
  }

  private static Call gift(String cents, String more) {
    return Call.post(
        "/gifts",
        "{'team':'%s','amount':{'minorUnits':%s,'currency':'USD'},%s}"
            .formatted(OURS.text(), cents, more)
            .replace('\'', '"'));
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManageWalletHandler handler = new ManageWalletHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static APIGatewayV2HTTPResponse answer(TeamId team, Call call) {
    String token =
        ISSUER.token(
            claims ->
                claims
                    .claim("scope", "marketplace:read marketplace:admin")
                    .claim("team", team.text()));
    return function.handleRequest(call.bearer(token).event(), INVOCATION);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return context
          .getBean(ObjectMapper.class)
          .readValue(answer.getBody(), Argument.of(JsonNode.class));
    } catch (IOException e) {
      throw new AssertionError(answer.getBody(), e);
    }
  }
}
