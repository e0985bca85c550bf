package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.DatabaseSecrets;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SessionStart;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.store.DynamoTables;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The whole function on real stores; only the hashing is a fake.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManageAccountHandlerTest implements TestPropertyProvider {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final Names NAMES = new Names("test", "platform");

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final FakeIssuer issuer = new FakeIssuer();

  @Inject ApplicationContext context;
  @Inject Members members;
  @Inject RefreshFamilies families;
  @Inject AuditTrail trail;
  @Inject ObjectMapper json;

  private Membership ann = aMember("ann@buyers.example", Role.BUYER);
  private FamilyId laptop = aFamily();

  @Override
  public Map<String, String> getProperties() {
    return Map.of("aiqleads.issuer", issuer.address());
  }

  @MockBean(Passwords.class)
  Passwords passwords() {
    return new CheapPasswords();
  }

  @MockBean(Secrets.class)
  Secrets secrets() {
    return new OneKey();
  }

  @MockBean(DynamoDbClient.class)
  DynamoDbClient dynamo() {
    return DynamoTables.client(DYNAMO.endpoint());
  }

  @MockBean(DatabaseSecrets.class)
  DatabaseSecrets database() {
    return new TestDatabaseSecrets();
  }

  @BeforeAll
  static void createTables() {
    DynamoDbClient dynamo = DynamoTables.client(DYNAMO.endpoint());
    DynamoTables.create(dynamo, NAMES.table("refresh-families"));
    DynamoTables.create(dynamo, NAMES.table("user-sessions"), "user", "family");
    DynamoTables.create(dynamo, NAMES.table("sign-in-attempts"));
    DynamoTables.create(dynamo, NAMES.table("idempotency-claims"));
  }

  @AfterAll
  void close() {
    issuer.close();
  }

  @BeforeEach
  void signIn() {
    ann = aMember("ann." + UUID.randomUUID() + "@buyers.example", Role.BUYER);
    laptop = aFamily();
    members.add(ann, new CheapPasswords().hash(GOOD_PASSWORD));
    members.confirmEmail(ann.user().id(), Instant.now());
    start(laptop);
  }

  @Test
  void listsMySessionsAndSaysWhichIsThisOne() {
    start(aFamily());

    List<JsonNode> sessions = list(answer(Call.get("/sessions")), "sessions");

    assertThat(sessions).hasSize(2);
    assertThat(sessions)
        .filteredOn(session -> text(session, "current").equals("true"))
        .singleElement()
        .matches(session -> text(session, "id").equals(laptop.text()))
        .matches(session -> text(session, "device").equals("a browser"));
  }

  @Test
  void endsASessionOfMine() {
    FamilyId phone = aFamily();
    start(phone);

    assertThat(answer(Call.to("DELETE", "/sessions/" + phone)).getStatusCode()).isEqualTo(204);

    assertThat(list(answer(Call.get("/sessions")), "sessions")).hasSize(1);
    assertThat(answer(Call.get("/me/audit")).getBody()).contains("session-ended", phone.text());
  }

  @Test
  void knowsNoSessionThatIsNotMine() {
    for (String foreign : List.of(aFamily().text(), "nonsense")) {
      APIGatewayV2HTTPResponse answer = answer(Call.to("DELETE", "/sessions/" + foreign));

      assertThat(answer.getStatusCode()).isEqualTo(404);
      assertThat(answer.getBody()).contains("unknown-session");
    }
  }

  @Test
  void changesMyPasswordAndEndsTheOtherSessions() {
    start(aFamily());

    assertThat(change("seven green lamps", "eight blue lamps").getStatusCode()).isEqualTo(204);

    assertThat(list(answer(Call.get("/sessions")), "sessions")).hasSize(1);
    assertThat(members.withEmail(ann.user().email()).orElseThrow().password())
        .isEqualTo(new CheapPasswords().hash(new Password("eight blue lamps")));
    assertThat(answer(Call.get("/me/audit")).getBody()).contains("password-changed");
  }

  @Test
  void refusesAWrongOldPasswordAndAWeakNewOne() {
    APIGatewayV2HTTPResponse wrong = change("seven red lamps", "eight blue lamps");
    APIGatewayV2HTTPResponse weak = change("seven green lamps", "short");
    APIGatewayV2HTTPResponse nothing = answer(put("{}"));

    assertThat(wrong.getStatusCode()).isEqualTo(403);
    assertThat(wrong.getBody()).contains("wrong-password");
    assertThat(weak.getStatusCode()).isEqualTo(400);
    assertThat(weak.getBody()).contains("newPassword", "must have at least 12 characters");
    assertThat(nothing.getBody()).contains("oldPassword", "newPassword");
  }

  @Test
  void asksForPatienceAfterTenWrongPasswords() {
    for (int attempt = 0; attempt < 10; attempt++) {
      change("seven red lamps", "eight blue lamps");
    }

    assertThat(change("seven green lamps", "eight blue lamps").getStatusCode()).isEqualTo(429);
  }

  @Test
  void enrolsASecondFactorAndRemovesIt() {
    APIGatewayV2HTTPResponse before = answer(Call.get("/me/second-factor"));
    APIGatewayV2HTTPResponse offer = answer(Call.post("/me/second-factor", "{}"));
    TotpSecret secret = new TotpSecret(text(read(offer), "secret"));
    APIGatewayV2HTTPResponse enrolled = answer(code("PUT", "/me/second-factor", secret, 0));
    APIGatewayV2HTTPResponse after = answer(Call.get("/me/second-factor"));

    assertThat(before.getBody())
        .isEqualTo("{\"enrolled\":false,\"forced\":false,\"recoveryCodesLeft\":0}");
    assertThat(text(read(offer), "address")).startsWith("otpauth://totp/AIQLeads:ann.");
    assertThat(offer.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(list(enrolled, "recoveryCodes")).hasSize(10);
    assertThat(after.getBody())
        .isEqualTo("{\"enrolled\":true,\"forced\":false,\"recoveryCodesLeft\":10}");

    assertThat(answer(code("PUT", "/me/second-factor", secret, 1)).getBody())
        .contains("nothing-offered");
    assertThat(answer(code("POST", "/me/second-factor/removal", secret, 5)).getBody())
        .contains("wrong-code");
    assertThat(answer(code("POST", "/me/second-factor/removal", secret, 1)).getStatusCode())
        .isEqualTo(204);
    assertThat(answer(code("POST", "/me/second-factor/removal", secret, 1)).getStatusCode())
        .isEqualTo(409);
  }

  @Test
  void putsAnotherAppInThePlaceOfTheFirstAndRenewsRecoveryCodes() {
    List<JsonNode> codes = list(enrol(enrolment(offered(), "")), "recoveryCodes");
    TotpSecret next = offered();

    assertThat(enrol(enrolment(next, "")).getBody()).contains("enrolled-already");
    assertThat(enrol(enrolment(next, ",\"oldCode\":\"nonsense\"")).getBody())
        .contains("or a recovery code");
    assertThat(
            enrol(
                    enrolment(
                        next, ",\"oldCode\":\"%s\"".formatted(codes.getFirst().getStringValue())))
                .getStatusCode())
        .isEqualTo(200);
    APIGatewayV2HTTPResponse renewed =
        answer(code("POST", "/me/second-factor/recovery-codes", next, 1));
    assertThat(list(renewed, "recoveryCodes")).hasSize(10);
    assertThat(renewed.getHeaders()).containsEntry("cache-control", "no-store");
    for (int guess = 0; guess < 4; guess++) {
      assertThat(answer(code("POST", "/me/second-factor/removal", next, 5)).getBody())
          .contains("wrong-code");
    }
    assertThat(answer(code("POST", "/me/second-factor/removal", next, 5)).getStatusCode())
        .isEqualTo(429);
  }

  @Test
  void enrolsNobodyWhoseSessionIsOver() {
    TotpSecret secret = offered();
    families.revoke(laptop);

    assertThat(enrol(enrolment(secret, "")).getBody()).contains("session-over");
  }

  @Test
  void letsAdminsAndNobodyElseTakeSomebodysFactorAway() {
    enrol(enrolment(offered(), ""));
    String mail = ann.user().email().address();
    ann = aMember("ada." + UUID.randomUUID() + "@buyers.example", Role.ADMIN);
    members.add(ann, new CheapPasswords().hash(GOOD_PASSWORD));
    Call lift = lift(mail);

    assertThat(answer(lift).getStatusCode()).isEqualTo(403);
    assertThat(asAdmin(lift(mail)).getStatusCode()).isEqualTo(204);
    assertThat(asAdmin(lift(mail)).getBody()).contains("not-enrolled");
    assertThat(asAdmin(lift("nobody@buyers.example")).getBody()).contains("unknown-person");
    assertThat(asAdmin(lift(ann.user().email().address())).getBody()).contains("own-second-factor");
    assertThat(asAdmin(lift("nonsense")).getBody()).contains("must be a mail address");
    assertThat(new LiftRequest(mail).toString()).doesNotContain("@");
    assertThat(new EnrolmentRequest("123456", "654321").toString()).doesNotContain("123456");
  }

  private TotpSecret offered() {
    return new TotpSecret(text(read(answer(Call.post("/me/second-factor", "{}"))), "secret"));
  }

  private static String enrolment(TotpSecret secret, String rest) {
    return "{\"code\":\"%s\"%s}".formatted(Totp.code(secret, Instant.now()), rest);
  }

  private APIGatewayV2HTTPResponse enrol(String body) {
    return answer(
        Call.to("PUT", "/me/second-factor").body(body).header("content-type", "application/json"));
  }

  private static Call lift(String email) {
    return Call.post("/second-factor-removals", "{\"email\":\"%s\"}".formatted(email));
  }

  private APIGatewayV2HTTPResponse asAdmin(Call call) {
    return send(call.bearer(token("platform:admin")));
  }

  @Test
  void makesRotatesAndRevokesAnApiKey() {
    APIGatewayV2HTTPResponse made =
        answer(Call.post("/api-keys", "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}"));
    JsonNode key = Objects.requireNonNull(read(made).get("key"));
    String id = text(key, "id");
    APIGatewayV2HTTPResponse rotated = answer(Call.post("/api-keys/" + id + "/rotation", "{}"));
    APIGatewayV2HTTPResponse listed = answer(Call.get("/api-keys"));

    assertThat(made.getStatusCode()).isEqualTo(201);
    assertThat(made.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(text(read(made), "apiKey")).startsWith(id + ".");
    assertThat(rotated.getStatusCode()).isEqualTo(200);
    assertThat(text(read(rotated), "apiKey"))
        .startsWith(id + ".")
        .isNotEqualTo(text(read(made), "apiKey"));
    assertThat(listed.getBody())
        .contains("\"name\":\"export\"", "\"scopes\":[\"marketplace:read\"]")
        .doesNotContain("apiKey");
    assertThat(answer(Call.to("DELETE", "/api-keys/" + id)).getStatusCode()).isEqualTo(204);
    assertThat(answer(Call.to("DELETE", "/api-keys/" + id)).getStatusCode()).isEqualTo(404);
    assertThat(answer(Call.post("/api-keys/nonsense/rotation", "{}")).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void makesNoMoreKeysThanATeamMayHave() {
    String wish = "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}";
    for (int number = 0; number < ApiKey.MOST_OF_A_TEAM; number++) {
      assertThat(answer(Call.post("/api-keys", wish)).getStatusCode()).isEqualTo(201);
    }

    assertThat(answer(Call.post("/api-keys", wish)).getBody()).contains("too-many-keys");
  }

  @Test
  void letsManagersRevokeTheKeysOfOthersAndNobodyRotateThem() {
    String key =
        text(
            Objects.requireNonNull(
                read(answer(
                        Call.post(
                            "/api-keys",
                            "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}")))
                    .get("key")),
            "id");
    Membership bob = aMember("bob." + UUID.randomUUID() + "@buyers.example", Role.BUYER);
    members.add(bob, new CheapPasswords().hash(GOOD_PASSWORD));
    members.join(ann.team().id(), bob.user().id(), Set.of(Role.ANALYST));
    Membership colleague = members.find(ann.team().id(), bob.user().id()).orElseThrow();

    assertThat(send(rotation(key).bearer(token(colleague, "platform:admin"))).getStatusCode())
        .isEqualTo(404);
    assertThat(send(revocation(key).bearer(token(colleague, "marketplace:read"))).getStatusCode())
        .isEqualTo(404);
    assertThat(send(revocation(key).bearer(token(colleague, "platform:write"))).getStatusCode())
        .isEqualTo(204);
  }

  @Test
  void makesNoKeyForAnUnconfirmedAddressOrAfterAReset() {
    String wish = "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}";
    members.setPassword(
        ann.user().id(), new CheapPasswords().hash(GOOD_PASSWORD), Optional.empty());
    assertThat(answer(Call.post("/api-keys", wish)).getBody()).contains("session-over");

    ann = aMember("eve." + UUID.randomUUID() + "@buyers.example", Role.BUYER);
    laptop = aFamily();
    members.add(ann, new CheapPasswords().hash(GOOD_PASSWORD));
    start(laptop);
    assertThat(answer(Call.post("/api-keys", wish)).getBody()).contains("unconfirmed-address");
  }

  @Test
  void enrolsNobodyWhoWasOfferedNothing() {
    assertThat(answer(code("PUT", "/me/second-factor", TotpSecret.next(), 0)).getBody())
        .contains("nothing-offered");
    assertThat(answer(code("POST", "/me/second-factor/removal", TotpSecret.next(), 0)).getBody())
        .contains("not-enrolled");
    assertThat(
            answer(
                    Call.to("PUT", "/me/second-factor")
                        .body("{\"code\":\"12345\"}")
                        .header("content-type", "application/json"))
                .getBody())
        .contains("must be 6 digits");
  }

  @Test
  void leavesAdminsTheirSecondFactor() {
    ann = aMember("ada." + UUID.randomUUID() + "@buyers.example", Role.ADMIN);
    members.add(ann, new CheapPasswords().hash(GOOD_PASSWORD));

    assertThat(answer(code("POST", "/me/second-factor/removal", TotpSecret.next(), 0)).getBody())
        .contains("second-factor-forced");
    assertThat(answer(Call.get("/me/second-factor")).getBody()).contains("\"forced\":true");
  }

  @Test
  void saysThatThereIsNoPassword() {
    ann = aMember("ann." + UUID.randomUUID() + "@buyers.example", Role.BUYER);
    members.add(ann);

    assertThat(change("seven green lamps", "eight blue lamps").getBody()).contains("no-password");
  }

  @Test
  void knowsNobodyWhoseTeamIsGone() {
    ann = aMember("gone@buyers.example", Role.BUYER);

    assertThat(change("seven green lamps", "eight blue lamps").getStatusCode()).isEqualTo(401);
    assertThat(answer(Call.get("/me/second-factor")).getStatusCode()).isEqualTo(401);
  }

  @Test
  void tellsByWhichKeyAProgramActedInMyName() {
    ApiKeyId key = new ApiKeyId(Ids.next(Instant::now));
    trail.add(AuditEntry.of(ann.owner(), Act.API_KEY_EXCHANGED, "", Instant.now()).by(key));
    trail.add(AuditEntry.of(ann.owner(), Act.SIGNED_IN, "", Instant.now()));

    assertThat(list(answer(Call.get("/me/audit")), "entries"))
        .extracting(entry -> text(entry, "key"))
        .contains(key.text(), "");
  }

  @Test
  void letsNoProgramDoWhatPeopleDo() {
    String program = issuer.token(claims -> claims);

    for (Call call :
        List.of(
            Call.get("/sessions"),
            Call.to("DELETE", "/sessions/" + laptop),
            put("{\"oldPassword\":\"a\",\"newPassword\":\"b\"}"),
            Call.get("/me/second-factor"),
            Call.post("/me/second-factor", "{}"),
            Call.post("/me/second-factor/recovery-codes", "{}"),
            Call.get("/api-keys"),
            Call.post("/api-keys", "{}"),
            Call.post("/api-keys/key_1/rotation", "{}"),
            Call.to("DELETE", "/api-keys/key_1"),
            Call.get("/me/audit"))) {
      APIGatewayV2HTTPResponse answer = send(call.bearer(program));

      assertThat(answer.getStatusCode()).isEqualTo(403);
      assertThat(answer.getBody()).contains("needs-session");
    }
  }

  @Test
  void tellsAdminsAndNobodyElseWhatTheTeamDid() {
    assertThat(answer(Call.get("/audit")).getStatusCode()).isEqualTo(403);

    write(AuditTrail.PAGE + 1);

    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      APIGatewayV2HTTPResponse page =
          send(Call.get("/audit" + cursor).bearer(token("platform:admin")));
      all.addAll(list(page, "entries"));
      String next = text(read(page), "next");
      cursor = next.isEmpty() ? "" : "?cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(all).hasSize(AuditTrail.PAGE + 1);
    assertThat(text(all.getFirst(), "act")).isEqualTo("signed-in");
    assertThat(text(all.getFirst(), "person")).isEqualTo(ann.user().id().text());
  }

  @Test
  void refusesACursorOfSomebodyElse() {
    write(AuditTrail.PAGE);
    String mine = text(read(answer(Call.get("/me/audit"))), "next");

    APIGatewayV2HTTPResponse others =
        send(Call.get("/audit?cursor=" + mine).bearer(token("platform:admin")));

    assertThat(others.getStatusCode()).isEqualTo(400);
    assertThat(answer(Call.get("/me/audit?cursor=x")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void refusesACursorOfATimeThatNoStoreHolds() {
    String filter = Cursor.hashOf(ann.team().id(), ann.user().id());
    Cursor farAway =
        new Cursor(
            "newest", List.of("+1000000000-12-31T23:59:59Z"), new UUID(0, 1).toString(), filter);

    assertThat(answer(Call.get("/me/audit?cursor=" + farAway.text())).getStatusCode())
        .isEqualTo(400);
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new ManageAccountHandler().getApplicationContext().isRunning()).isTrue();
  }

  private void start(FamilyId family) {
    families.start(
        RefreshToken.random(family),
        SessionStart.of(
            ann,
            members.sessionsSince(ann.user().id()).generation(),
            Instant.now().minusSeconds(60),
            new Device("a browser")));
  }

  private void write(int entries) {
    for (int entry = 0; entry < entries; entry++) {
      trail.add(AuditEntry.of(ann.owner(), Act.SIGNED_IN, "", Instant.now()));
    }
  }

  private APIGatewayV2HTTPResponse change(String old, String next) {
    return answer(put("{\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(old, next)));
  }

  /// A code of so many steps from now.
  private static Call code(String method, String path, TotpSecret secret, int steps) {
    String code = Totp.code(secret, Instant.now().plusSeconds(30L * steps));
    return Call.to(method, path)
        .body("{\"code\":\"%s\"}".formatted(code))
        .header("content-type", "application/json");
  }

  private static Call put(String body) {
    return Call.to("PUT", "/me/password").body(body).header("content-type", "application/json");
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    return send(call.bearer(token("marketplace:read")));
  }

  private static Call rotation(String key) {
    return Call.post("/api-keys/" + key + "/rotation", "{}");
  }

  private static Call revocation(String key) {
    return Call.to("DELETE", "/api-keys/" + key);
  }

  private String token(String scope) {
    return token(ann, scope);
  }

  private String token(Membership member, String scope) {
    return issuer.token(
        claims ->
            claims
                .subject(member.user().id().text())
                .claim("team", member.team().id().text())
                .claim("sid", laptop.text())
                .claim("scope", scope));
  }

  private APIGatewayV2HTTPResponse send(Call call) {
    return new ManageAccountHandler(context).handleRequest(call.event(), INVOCATION);
  }

  private JsonNode read(APIGatewayV2HTTPResponse answer) {
    try {
      return json.readValue(answer.getBody(), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<JsonNode> list(APIGatewayV2HTTPResponse answer, String field) {
    List<JsonNode> items = new ArrayList<>();
    JsonNode list = read(answer).get(field);
    if (list != null) {
      list.values().forEach(items::add);
    }
    return items;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? "" : value.coerceStringValue();
  }

  /// The test's own database.
  private static final class TestDatabaseSecrets implements DatabaseSecrets {
    @Override
    public DatabaseSecret current() {
      return new DatabaseSecret(
          POSTGRES.host(),
          POSTGRES.port(),
          POSTGRES.databaseName(),
          POSTGRES.username(),
          POSTGRES.password());
    }

    @Override
    public DatabaseSecret fresh() {
      return current();
    }
  }
}
