package com.aiqleads.marketplace.managewallet;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    context = started();
    member = memberOf(context);
  }

  private static ApplicationContext started() {
    ApplicationContext started =
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
                "GET /wallet=marketplace:read;GET /wallet/movements=marketplace:read;GET /wallet/statement=marketplace:read;GET /receipts=marketplace:read;GET /receipts/{id}=marketplace:read;GET /papers/{id}=marketplace:admin;GET /billing-details=marketplace:read;PUT /billing-details=platform:write;POST /gifts=marketplace:admin"));
    started.registerSingleton(Database.class, new Database(postgres.dataSource()));
    started.registerSingleton(new FieldCipher(List.of(new byte[32])));
    return started;
  }

  private static TeamMember memberOf(ApplicationContext started) {
    return new TeamMember(
        new ManageWalletHandler(started),
        ISSUER,
        "marketplace:read marketplace:admin platform:write");
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
  void knowsAKeyStillWhenItsAnswerIsForgotten() {
    member.answer(THEIRS, keyed("2500"));

    try (ApplicationContext aDayLater = started()) {
      TeamMember again = memberOf(aDayLater);
      again.assertRefused(THEIRS, keyed("9900"), 409, "key-reused");
      assertThat(again.answer(THEIRS, keyed("2500")).getStatusCode()).isEqualTo(200);
    }
    assertThat(
            member.json(OURS, Call.get("/wallet")).get("balance").get("minorUnits").getIntValue())
        .isEqualTo(2500);
  }

  private static Call keyed(String cents) {
    return gift(cents, "'note':'Sorry for the outage'").header("Idempotency-Key", "k2");
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
  void givesAStatementAsATable() {
    member.answer(THEIRS, gift("2500", "'note':'=SUM(A1:A9) in two, ok'"));
    String today = LocalDate.now(ZoneOffset.UTC).toString();

    APIGatewayV2HTTPResponse csv = member.answer(OURS, statement(today, today, "csv"));

    assertThat(csv.getHeaders().get("content-type")).startsWith("text/csv");
    assertThat(csv.getHeaders().get("content-disposition"))
        .isEqualTo("attachment; filename=\"aiqleads-%1$s-%1$s.csv\"".formatted(today));
    assertThat(new String(bytes(csv), UTF_8))
        .matches(
            "(?s)number,time \\(UTC\\),what,amount,balance,currency,note\r\n"
                + "\\d+,"
                + today
                + " [0-9:]{8},gift,25\\.00,25\\.00,USD,"
                + "\"'=SUM\\(A1:A9\\) in two, ok\"\r\n");
    assertThat(
            new String(bytes(member.answer(THEIRS, statement(today, today, "csv"))), UTF_8).lines())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＠SUM(1)"})
  void computesNothingThatSomebodyHasWritten(String note) {
    member.answer(THEIRS, gift("2500", "'note':'" + note + "'"));
    String today = LocalDate.now(ZoneOffset.UTC).toString();

    assertThat(new String(bytes(member.answer(OURS, statement(today, today, "csv"))), UTF_8))
        .endsWith(",\"'" + note + "\"\r\n");
  }

  @Test
  void givesAStatementToRead() throws IOException {
    for (int number = 1; number <= 70; number++) {
      member.answer(
          THEIRS, gift("100", "'note':'Gift %d (thanks) \u00e9\u2603'".formatted(number)));
    }
    String today = LocalDate.now(ZoneOffset.UTC).toString();

    APIGatewayV2HTTPResponse pdf = member.answer(OURS, statement(today, today, "pdf"));

    try (PDDocument document = Loader.loadPDF(bytes(pdf))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("AIQLeads statement from " + today, "page 2 of 2", "Gift 1 (thanks) \u00e9?")
          .containsPattern("opening +0\\.00")
          .containsPattern("gift +1\\.00 +70\\.00 +Gift 70")
          .containsPattern("closing +70\\.00");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01,2026-11-30,txt",
    "2026-11-01,2026-10-31,csv",
    "2025-11-01,2026-11-02,csv",
    "1999-11-01,1999-11-02,csv",
    "november,2026-11-02,csv",
    "2026-02-30,2026-03-02,csv"
  })
  void refusesWhatIsNoStatement(String from, String until, String format) {
    assertThat(member.answer(OURS, statement(from, until, format)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void givesAYearWithItsLeapDay() {
    assertThat(member.answer(OURS, statement("2024-01-01", "2024-12-31", "csv")).getStatusCode())
        .isEqualTo(200);
  }

  private static Call statement(String from, String until, String format) {
    return Call.get("/wallet/statement?from=%s&until=%s&format=%s".formatted(from, until, format));
  }

  private static byte[] bytes(APIGatewayV2HTTPResponse answer) {
    return answer.getIsBase64Encoded()
        ? Base64.getDecoder().decode(answer.getBody())
        : answer.getBody().getBytes(UTF_8);
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
  void showsATeamItsReceipts() {
    bill("{'name':'Sunny Homes LLC','state':'FL'}", 200);
    tax("FL", 82_500);
    Database database = context.getBean(Database.class);
    database.inTransaction(() -> paper(database));

    JsonNode list = member.json(OURS, Call.get("/receipts"));

    JsonNode paper = list.get("receipts").get(0);
    assertThat(list.get("next")).isNull();
    assertThat(paper.get("number").getStringValue()).isEqualTo("AIQ-R-1");
    assertThat(paper.get("billTo").getStringValue()).isEqualTo("Sunny Homes LLC");
    assertThat(paper.get("taxRate").getStringValue()).isEqualTo("8.25");
    assertThat(paper.get("net").get("minorUnits").getIntValue()).isEqualTo(92_38);
    assertThat(paper.get("paper").getStringValue()).isEqualTo("receipt");
    assertThat(paper.get("kind").getStringValue()).isEqualTo("top_up");
    String id = paper.get("id").getStringValue();
    assertThat(member.json(OURS, Call.get("/receipts/" + id))).isEqualTo(paper);
    member.assertRefused(THEIRS, Call.get("/receipts/" + id), 404, "no-such-receipt");
    member.assertRefused(OURS, Call.get("/receipts/order_1"), 404, "no-such-receipt");
    assertThat(member.json(THEIRS, Call.get("/receipts")).get("receipts").size()).isZero();
    assertThat(member.answer(OURS, Call.get("/receipts?below=x")).getStatusCode()).isEqualTo(400);
    assertThat(member.json(OURS, Call.get("/receipts?below=1")).get("receipts").size()).isZero();
  }

  /// A payment of 100.00 as it stands on paper.
  private static boolean paper(Database database) {
    String team = "'" + OURS.value() + "'";
    database.query("select lock_series('AIQ-R')", _ -> {}, _ -> true);
    return database.update(
            "call issue_receipt(gen_random_uuid(), 'TOP_UP', %s, null, 10000, 'USD', true, now(), 762, 82500)"
                .formatted(team),
            _ -> {})
        == 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{}",
        "{'name':''}",
        "{'name':'<b>Sunny</b>'}",
        "{'name':'Sunny','state':'Florida'}",
        "{'name':'Sunny','state':'XX'}"
      })
  void refusesWhatIsNoFirm(String body) {
    bill(body, 400);
  }

  @Test
  void letsAdminsAloneReadThePapersOfAllTeams() {
    Database database = context.getBean(Database.class);
    database.inTransaction(() -> paper(database));
    JsonNode ours = member.json(OURS, Call.get("/receipts")).get("receipts").get(0);
    String id = ours.get("id").getStringValue();

    JsonNode paper = member.json(THEIRS, Call.get("/papers/" + id));

    assertThat(paper.get("team").getStringValue()).isEqualTo(OURS.text());
    assertThat(paper.get("receipt")).isEqualTo(ours);
    member.assertRefused(THEIRS, Call.get("/papers/receipt_1"), 404, "no-such-receipt");
    new TeamMember(
            new ManageWalletHandler(context),
            ISSUER,
            "marketplace:read marketplace:write platform:read platform:write")
        .assertRefused(OURS, Call.get("/papers/" + id), 403, "forbidden");
  }

  @Test
  void keepsReceiptsOfTeamsApart() {
    bill("{'name':'Sunny Homes LLC'}", 200);

    JsonNode ours = member.json(OURS, Call.get("/billing-details"));
    assertThat(ours.get("name").getStringValue()).isEqualTo("Sunny Homes LLC");
    assertThat(ours.get("state")).isNull();
    assertThat(member.json(THEIRS, Call.get("/billing-details")).get("name")).isNull();
  }

  private static void bill(String body, int status) {
    assertThat(
            member
                .answer(
                    OURS,
                    Call.to("PUT", "/billing-details")
                        .body(body.replace('\'', '"'))
                        .header("content-type", "application/json"))
                .getStatusCode())
        .isEqualTo(status);
  }

  private static void tax(String state, int millionths) {
    new Database(postgres.administrator())
        .update(
            "insert into marketplace.tax_rates (state, millionths) values ('%s', %d)"
                .formatted(state, millionths),
            _ -> {});
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ManageWalletHandler handler = new ManageWalletHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }
}
