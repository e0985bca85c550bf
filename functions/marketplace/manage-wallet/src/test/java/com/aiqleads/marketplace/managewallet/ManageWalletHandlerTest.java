package com.aiqleads.marketplace.managewallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
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

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static ApplicationContext context;
  private static TeamMember member;

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
    member =
        new TeamMember(
            new ManageWalletHandler(context), ISSUER, "marketplace:read marketplace:admin");
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

    String first = member.answer(THEIRS, gift).getBody();

    assertThat(member.answer(THEIRS, gift).getBody()).isEqualTo(first);
    JsonNode wallet = member.json(OURS, Call.get("/wallet"));
    assertThat(wallet.get("available").get("minorUnits").getIntValue()).isEqualTo(2500);
    assertThat(wallet.get("lots").get(0).get("kind").getStringValue()).isEqualTo("gift");
    assertThat(wallet.get("lots").get(0).get("until")).isNotNull();
    JsonNode movements = member.json(OURS, Call.get("/wallet/movements")).get("movements");
    assertThat(movements.size()).isEqualTo(1);
    assertThat(movements.get(0).get("note").getStringValue()).isEqualTo("Sorry for the outage");
    assertThat(movements.get(0).get("balance").get("minorUnits").getIntValue()).isEqualTo(2500);
    long number = movements.get(0).get("number").getLongValue();
    assertThat(
            member
                .json(OURS, Call.get("/wallet/movements?below=" + number))
                .get("movements")
                .size())
        .isZero();
  }

  @Test
  void givesEachTimeWithoutAKey() {
    member.answer(THEIRS, gift("2500", "'note':'One'"));
    member.answer(THEIRS, gift("2500", "'note':'Two'"));

    assertThat(
            member.json(OURS, Call.get("/wallet")).get("balance").get("minorUnits").getIntValue())
        .isEqualTo(5000);
    assertThat(
            member.json(THEIRS, Call.get("/wallet")).get("balance").get("minorUnits").getIntValue())
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
    assertThat(member.answer(THEIRS, gift(cents, more)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoPage() {
    assertThat(member.answer(OURS, Call.get("/wallet/movements?below=x")).getStatusCode())
        .isEqualTo(400);
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
}
