package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.DatabaseSecrets;
import com.aiqleads.local.provider.Fault;
import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.signin.openid.OpenIdFixtures;
import com.aiqleads.platform.signin.openid.Person;
import com.aiqleads.platform.store.DynamoTables;
import com.aiqleads.platform.store.FakeKms;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The whole function on real stores; only the key service and the hashing are fakes.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInHandlerTest implements TestPropertyProvider {

  private static final String PASSWORD = Visitor.PASSWORD;
  private static final Names NAMES = new Names("local", "platform");
  private static final Duration SKEW = Duration.ofSeconds(5);

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final FakeKms kms = new FakeKms();
  private final IssuerServer issuer =
      new IssuerServer(new TokenKey(kms.moveAliasToNewKey(NAMES.keyAlias("tokens"))));
  private final FakeQueues queues = new FakeQueues();
  private final SettableClock clock = new SettableClock();
  private final LocalProvider acme = OpenIdFixtures.aProvider(clock);

  @Inject ApplicationContext context;
  @Inject Members members;
  @Inject MailTokens tokens;
  @Inject SecondFactors factors;
  @Inject ApiKeys keys;
  @Inject Attempts attempts;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "aiqleads.issuer",
        issuer.address(),
        "aiqleads.provider.patience",
        "60s",
        "aiqleads.quotas",
        "1");
  }

  @MockBean(KmsClient.class)
  KmsClient kms() {
    return kms;
  }

  @MockBean(InstantSource.class)
  InstantSource clock() {
    return clock;
  }

  @MockBean(Passwords.class)
  Passwords passwords() {
    return new CheapPasswords();
  }

  @MockBean(SqsClient.class)
  SqsClient queues() {
    return queues;
  }

  @MockBean(Secrets.class)
  Secrets secrets() {
    return new OneKey(OpenIdFixtures.settings(acme));
  }

  @MockBean(DynamoDbClient.class)
  DynamoDbClient dynamo() {
    return DynamoTables.client(DYNAMO.endpoint());
  }

  @MockBean(DatabaseSecrets.class)
  DatabaseSecrets database() {
    return new TestDatabaseSecrets(POSTGRES);
  }

  @BeforeAll
  static void createTables() {
    DynamoDbClient dynamo = DynamoTables.client(DYNAMO.endpoint());
    DynamoTables.create(dynamo, NAMES.table("refresh-families"));
    DynamoTables.create(dynamo, NAMES.table("user-sessions"), "user", "family");
    DynamoTables.create(dynamo, NAMES.table("sign-in-attempts"));
    DynamoTables.create(dynamo, NAMES.table("sign-in-challenges"));
    DynamoTables.create(dynamo, NAMES.table("departures"));
    DynamoTables.create(dynamo, NAMES.table("pending-links"));
    DynamoTables.create(dynamo, NAMES.table("idempotency-claims"));
    DynamoTables.create(dynamo, NAMES.table("quotas"));
  }

  @Test
  void registersSignsInAndSaysWho() {
    Visitor ann = somebodyNew();

    APIGatewayV2HTTPResponse registered = ann.register();
    APIGatewayV2HTTPResponse signedIn = ann.signIn(PASSWORD);
    APIGatewayV2HTTPResponse me = ann.me(ann.text(signedIn, "accessToken"));

    assertThat(registered.getStatusCode()).isEqualTo(202);
    assertThat(registered.getBody()).isEqualTo("{\"status\":\"received\"}");
    assertThat(signedIn.getStatusCode()).isEqualTo(201);
    assertThat(signedIn.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.text(signedIn, "tokenType")).isEqualTo("Bearer");
    assertThat(ann.text(signedIn, "expiresAt"))
        .isEqualTo(clock.instant().plus(AccessClaims.LIFETIME).toString());
    assertThat(me.getStatusCode()).isEqualTo(200);
    assertThat(ann.text(me, "email")).isEqualTo(ann.email());
    assertThat(me.getBody()).contains("\"roles\":[\"buyer\"]");
  }

  @Test
  void signsSomebodyInByAProvider() {
    Visitor ann = somebodyNew();

    APIGatewayV2HTTPResponse providers =
        new Gateway(ann.handler(), ann.address()).get("/providers", "");
    APIGatewayV2HTTPResponse left = leave(ann);
    APIGatewayV2HTTPResponse signedIn = comeBack(ann, left);
    APIGatewayV2HTTPResponse me = ann.me(ann.text(signedIn, "accessToken"));

    assertThat(providers.getBody())
        .isEqualTo("{\"providers\":[{\"id\":\"acme\",\"name\":\"Acme\"}]}");
    assertThat(left.getStatusCode()).isEqualTo(201);
    assertThat(left.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(signedIn.getStatusCode()).isEqualTo(201);
    assertThat(signedIn.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.text(me, "email")).isEqualTo(ann.email());
    assertThat(me.getBody()).contains("\"roles\":[\"buyer\"]", "\"emailConfirmed\":false");
    assertThat(problem(ann, comeBack(ann, left))).isEqualTo("401 departure-unknown");
  }

  @Test
  void asksAMemberForThePasswordBeforeAProviderIsConnected() {
    Visitor ann = somebodyNew();
    ann.register();

    APIGatewayV2HTTPResponse owed = comeBack(ann, leave(ann));
    String challenge = ann.text(owed, "challenge");
    APIGatewayV2HTTPResponse wrong = connect(ann, challenge, "seven red lamps");
    APIGatewayV2HTTPResponse right = connect(ann, challenge, PASSWORD);
    APIGatewayV2HTTPResponse again = connect(ann, challenge, PASSWORD);
    APIGatewayV2HTTPResponse next = comeBack(ann, leave(ann));

    assertThat(owed.getStatusCode()).isEqualTo(202);
    assertThat(ann.text(owed, "owed")).isEqualTo("password");
    assertThat(ann.text(owed, "expiresIn")).isEqualTo("600");
    assertThat(problem(ann, wrong)).isEqualTo("401 wrong-password");
    assertThat(right.getStatusCode()).isEqualTo(201);
    assertThat(problem(ann, again)).isEqualTo("401 challenge-refused");
    assertThat(next.getStatusCode()).isEqualTo(201);
  }

  @Test
  void limitsTheWrongPasswordsThatAreShownToConnect() {
    Visitor ann = somebodyNew();
    ann.register();
    String challenge = ann.text(comeBack(ann, leave(ann)), "challenge");
    for (int attempt = 0; attempt < Limit.WRONG_PASSWORDS_OF_ALL.max(); attempt++) {
      attempts.add(Limit.WRONG_PASSWORDS_OF_ALL, ann.email(), clock.instant());
    }

    assertThat(problem(ann, connect(ann, challenge, PASSWORD))).isEqualTo("429 too-many-requests");
  }

  @Test
  void saysWhyAProviderLetNobodyIn() {
    Visitor ann = somebodyNew();

    assertThat(problem(ann, ann.post("/providers/other/departures", "")))
        .isEqualTo("404 no-such-provider");
    assertThat(problem(ann, ann.post("/providers/Not%20one/departures", "")))
        .isEqualTo("404 no-such-provider");
    for (String wrong : List.of("{}", "{\"provider\": \"acme\", \"state\": \"x\"}")) {
      assertThat(problem(ann, ann.post("/sessions/provider", wrong))).isEqualTo("400 bad-input");
    }
    assertThat(problem(ann, connect(ann, "x", PASSWORD))).isEqualTo("400 bad-input");
    for (Map.Entry<Fault, String> fault :
        Map.of(
                Fault.UNVERIFIED_EMAIL, "401 provider-email-refused",
                Fault.WRONG_AUDIENCE, "401 provider-token-refused",
                Fault.MIXED_UP, "401 provider-refused",
                Fault.FAILING, "503 unavailable")
            .entrySet()) {
      acme.set(fault.getKey(), true);
      assertThat(problem(ann, comeBack(ann, leave(ann)))).isEqualTo(fault.getValue());
      acme.heal();
    }
  }

  @Test
  void limitsTheWaysToAProvider() {
    Visitor ann = somebodyNew();
    for (int visit = 0; visit < Limit.PROVIDER_VISITS.max(); visit++) {
      attempts.add(Limit.PROVIDER_VISITS, ann.address(), clock.instant());
    }

    assertThat(problem(ann, leave(ann))).isEqualTo("429 too-many-requests");
  }

  private static APIGatewayV2HTTPResponse leave(Visitor visitor) {
    return visitor.post("/providers/acme/departures", "");
  }

  private static APIGatewayV2HTTPResponse comeBack(Visitor visitor, APIGatewayV2HTTPResponse left) {
    Map<String, String> back =
        new Person(visitor.email()).agree(URI.create(visitor.text(left, "location")));
    return visitor.post(
        "/sessions/provider",
        """
        {"provider": "acme", "state": "%s", "browser": "%s", "code": "%s", "iss": "%s"}\
        """
            .formatted(
                back.get("state"),
                visitor.text(left, "browser"),
                back.get("code"),
                back.get("iss")));
  }

  private static APIGatewayV2HTTPResponse connect(
      Visitor visitor, String challenge, String password) {
    return visitor.post(
        "/sessions/provider/password",
        "{\"challenge\": \"%s\", \"password\": \"%s\"}".formatted(challenge, password));
  }

  private static String problem(Visitor visitor, APIGatewayV2HTTPResponse answer) {
    return answer.getStatusCode() + " " + visitor.text(answer, "code");
  }

  @Test
  void answersTheSameWhenTheAddressIsTaken() {
    Visitor ann = somebodyNew();

    APIGatewayV2HTTPResponse first = ann.register();
    APIGatewayV2HTTPResponse second = ann.register();

    assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
    assertThat(second.getBody()).isEqualTo(first.getBody());
  }

  @Test
  void namesEveryWrongFieldAndStoresNothing() {
    Visitor ann = somebodyNew();

    APIGatewayV2HTTPResponse answer =
        ann.post(
            "/registrations",
            "{\"email\": \"%s\", \"password\": \"short\"}".formatted(ann.email()));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.getBody())
        .contains(
            "\"errors\":[{\"field\":\"name\",\"message\":\"is required\"},"
                + "{\"field\":\"password\",\"message\":\"must have at least 12 characters\"}]");
    assertThat(members.withEmail(new Email(ann.email()))).isEmpty();
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    Visitor ann = somebodyNew();

    APIGatewayV2HTTPResponse answer =
        ann.post(
            "/registrations",
            """
            {"email": "%s", "password": "%s", "name": "Ann", "roles": ["admin"]}\
            """
                .formatted(ann.email(), PASSWORD));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"field\":\"roles\"");
    assertThat(members.withEmail(new Email(ann.email()))).isEmpty();
  }

  @Test
  void answersTheSameToAWrongPasswordAndAnUnknownAddress() {
    Visitor ann = somebodyNew();

    APIGatewayV2HTTPResponse unknown = ann.signIn(PASSWORD);
    ann.register();
    APIGatewayV2HTTPResponse wrong = ann.signIn("seven red lamps");

    assertThat(unknown.getStatusCode()).isEqualTo(401);
    assertThat(ann.text(unknown, "code")).isEqualTo("wrong-credentials");
    assertThat(ann.withoutId(wrong)).isEqualTo(ann.withoutId(unknown));
  }

  @Test
  void refreshesOnceForEachToken() {
    Visitor ann = somebodyNew();

    ann.register();
    String first = ann.text(ann.signIn(PASSWORD), "refreshToken");

    APIGatewayV2HTTPResponse refreshed = ann.refresh(first);
    String second = ann.text(refreshed, "refreshToken");

    assertThat(refreshed.getStatusCode()).isEqualTo(200);
    assertThat(ann.me(ann.text(refreshed, "accessToken")).getStatusCode()).isEqualTo(200);
    assertThat(ann.text(ann.refresh(first), "code")).isEqualTo("renewed-elsewhere");
    clock.pass(RefreshFamilies.GRACE);
    assertThat(ann.refresh(first).getStatusCode()).isEqualTo(401);
    assertThat(ann.text(ann.refresh(second), "code")).isEqualTo("refresh-token-refused");
  }

  @Test
  void givesTheNextTokenAgainToWhoeverLostTheAnswer() {
    Visitor ann = somebodyNew();
    ann.register();
    String first = ann.text(ann.signIn(PASSWORD), "refreshToken");
    String key = UUID.randomUUID().toString();

    APIGatewayV2HTTPResponse lost = ann.refreshOnce(first, key);
    clock.pass(RefreshFamilies.GRACE);
    APIGatewayV2HTTPResponse again = ann.refreshOnce(first, key);

    assertThat(again.getBody()).isEqualTo(lost.getBody());
    assertThat(again.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.refresh(ann.text(again, "refreshToken")).getStatusCode()).isEqualTo(200);
  }

  @Test
  void signsOut() {
    Visitor ann = somebodyNew();

    ann.register();
    String token = ann.text(ann.signIn(PASSWORD), "refreshToken");

    APIGatewayV2HTTPResponse answer = ann.signOut(token);

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(ann.refresh(token).getStatusCode()).isEqualTo(401);
  }

  @Test
  void knowsNobodyWithoutAToken() {
    Visitor ann = somebodyNew();

    assertThat(ann.me("").getStatusCode()).isEqualTo(401);
    assertThat(ann.me("nonsense").getStatusCode()).isEqualTo(401);
  }

  @Test
  void knowsNobodyAfterFifteenMinutes() {
    Visitor ann = somebodyNew();

    ann.register();
    String token = ann.text(ann.signIn(PASSWORD), "accessToken");

    clock.pass(AccessClaims.LIFETIME);
    int atTheEnd = ann.me(token).getStatusCode();
    clock.pass(SKEW);

    assertThat(atTheEnd).isEqualTo(200);
    assertThat(ann.me(token).getStatusCode()).isEqualTo(401);
  }

  @Test
  void asksForPatienceAfterTenWrongPasswords() {
    Visitor ann = somebodyNew();

    ann.register();
    for (int attempt = 0; attempt < Limit.WRONG_PASSWORDS.max(); attempt++) {
      assertThat(ann.signIn("seven red lamps").getStatusCode()).isEqualTo(401);
    }

    APIGatewayV2HTTPResponse answer = ann.signIn(PASSWORD);

    assertThat(answer.getStatusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.getHeaders().get("retry-after"))).isBetween(1, 900);
    assertThat(ann.elsewhere().signIn(PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void asksAnAddressForPatienceWhoeverItSignsInAs() {
    Visitor ann = somebodyNew();

    for (int attempt = 0; attempt < Limit.HASHED_PASSWORDS.max(); attempt++) {
      assertThat(ann.as("nobody" + attempt + "@buyers.example").signIn(PASSWORD).getStatusCode())
          .isEqualTo(401);
    }

    assertThat(ann.signIn(PASSWORD).getStatusCode()).isEqualTo(429);
    assertThat(ann.register().getStatusCode()).isEqualTo(429);
    assertThat(ann.elsewhere().register().getStatusCode()).isEqualTo(202);
  }

  @Test
  void asksForALetterAndSaysNothingAboutWhoIsKnown() {
    Visitor ann = somebodyNew();
    ann.register();

    for (String path : List.of("/password-resets", "/email-confirmations")) {
      APIGatewayV2HTTPResponse known = ann.post(path, "{\"email\":\"%s\"}".formatted(ann.email()));
      APIGatewayV2HTTPResponse unknown =
          ann.post(path, "{\"email\":\"x%s\"}".formatted(ann.email()));

      assertThat(known.getStatusCode()).isEqualTo(202);
      assertThat(unknown.getStatusCode()).isEqualTo(202);
      assertThat(unknown.getBody()).isEqualTo(known.getBody());
    }
    assertThat(queues.bodiesSentTo("aiqleads-local-platform-send-mail"))
        .filteredOn(body -> body.contains(ann.email()))
        .hasSize(5)
        .allMatch(body -> body.contains("MailRequested"));
  }

  @Test
  void confirmsAnAddressWithTheTokenOfALetter() {
    Visitor ann = somebodyNew();
    ann.register();
    RandomSecret secret = letterTo(ann, MailKind.CONFIRM_EMAIL);
    String body = "{\"token\":\"%s\"}".formatted(secret.value());

    String token = ann.text(ann.signIn(PASSWORD), "accessToken");

    assertThat(ann.put("/email-confirmations", body, token).getStatusCode()).isEqualTo(204);
    assertThat(problem(ann, ann.put("/email-confirmations", body, token)))
        .isEqualTo("422 token-refused");

    assertThat(ann.text(ann.me(token), "emailConfirmed")).isEqualTo("true");
  }

  @Test
  void confirmsAnAddressForNobodyButWhoeverIsSignedInToTheAccount() {
    Visitor ann = somebodyNew();
    Visitor bob = somebodyNew();
    ann.register();
    bob.register();
    RandomSecret secret = letterTo(ann, MailKind.CONFIRM_EMAIL);
    String body = "{\"token\":\"%s\"}".formatted(secret.value());
    String anns = ann.text(ann.signIn(PASSWORD), "accessToken");
    String bobs = bob.text(bob.signIn(PASSWORD), "accessToken");

    assertThat(ann.put("/email-confirmations", body).getStatusCode()).isEqualTo(401);
    assertThat(problem(bob, bob.put("/email-confirmations", body, bobs)))
        .isEqualTo("422 token-refused");
    assertThat(ann.text(ann.me(anns), "emailConfirmed")).isEqualTo("false");
    assertThat(bob.text(bob.me(bobs), "emailConfirmed")).isEqualTo("false");

    assertThat(ann.put("/email-confirmations", body, anns).getStatusCode()).isEqualTo(204);
  }

  /// Whoever registered with the address can sign in; the letter goes to whoever reads its mail.
  @Test
  void leavesAnAccountToNobodyWhoHasNotBothItsPasswordAndItsMail() {
    Visitor stranger = somebodyNew();
    Visitor owner = stranger.elsewhere();
    stranger.register();
    RandomSecret confirmation = letterTo(owner, MailKind.CONFIRM_EMAIL);
    RandomSecret reset = letterTo(owner, MailKind.RESET_PASSWORD);

    String token = "{\"token\":\"%s\"}".formatted(confirmation.value());
    String next =
        "{\"token\":\"%s\",\"newPassword\":\"eight blue lamps\"}".formatted(reset.value());
    assertThat(owner.put("/email-confirmations", token).getStatusCode()).isEqualTo(401);
    assertThat(owner.put("/password-resets", next).getStatusCode()).isEqualTo(204);

    assertThat(stranger.signIn(PASSWORD).getStatusCode()).isEqualTo(401);
    String taken = owner.text(owner.signIn("eight blue lamps"), "accessToken");
    assertThat(owner.text(owner.me(taken), "emailConfirmed")).isEqualTo("true");
  }

  @Test
  void resetsAPasswordWithTheTokenOfALetter() {
    Visitor ann = somebodyNew();
    ann.register();
    String before = ann.text(ann.signIn(PASSWORD), "refreshToken");
    clock.pass(Duration.ofSeconds(1));
    RandomSecret secret = letterTo(ann, MailKind.RESET_PASSWORD);
    String body = "{\"token\":\"%s\",\"newPassword\":\"%s\"}";

    APIGatewayV2HTTPResponse weak =
        ann.put("/password-resets", body.formatted(secret.value(), "short"));
    APIGatewayV2HTTPResponse good =
        ann.put("/password-resets", body.formatted(secret.value(), "eight blue lamps"));
    APIGatewayV2HTTPResponse again =
        ann.put("/password-resets", body.formatted(secret.value(), "nine black lamps"));

    assertThat(weak.getStatusCode()).isEqualTo(400);
    assertThat(good.getStatusCode()).isEqualTo(204);
    assertThat(again.getStatusCode()).isEqualTo(422);
    assertThat(ann.signIn(PASSWORD).getStatusCode()).isEqualTo(401);
    assertThat(ann.signIn("eight blue lamps").getStatusCode()).isEqualTo(201);
    assertThat(ann.refresh(before).getStatusCode()).isEqualTo(401);
  }

  @Test
  void asksForNoLetterBeyondTheLimitAndAnswersTheSame() {
    Visitor ann = somebodyNew();
    String body = "{\"email\":\"%s\"}".formatted(ann.email());
    for (int letter = 0; letter <= Limit.LETTERS.max(); letter++) {
      assertThat(ann.post("/password-resets", body).getStatusCode()).isEqualTo(202);
    }
    for (int letter = 0; letter <= Limit.LETTERS.max(); letter++) {
      assertThat(ann.register().getStatusCode()).isEqualTo(202);
      assertThat(ann.post("/email-confirmations", body).getStatusCode()).isEqualTo(202);
    }

    assertThat(queues.bodiesSentTo("aiqleads-local-platform-send-mail"))
        .filteredOn(letter -> letter.contains(ann.email()))
        .hasSize(2 * Limit.LETTERS.max());
    assertThat(ann.signIn(PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void asksForACodeWhereThereIsASecondFactor() {
    Visitor ann = somebodyNew();
    ann.register();
    UserId user = userOf(ann);
    TotpSecret secret = TotpSecret.next();
    factors.enrol(user, secret, 0, RecoveryCode.next(), aFamily());
    String body = "{\"challenge\":\"%s\",\"code\":\"%s\"}";

    APIGatewayV2HTTPResponse owed = ann.signIn(PASSWORD);
    String challenge = ann.text(owed, "challenge");
    APIGatewayV2HTTPResponse wrong =
        ann.post("/sessions/second-factor", body.formatted(challenge, "000000"));
    APIGatewayV2HTTPResponse right =
        ann.post(
            "/sessions/second-factor",
            body.formatted(challenge, Totp.code(secret, clock.instant())));
    APIGatewayV2HTTPResponse again =
        ann.post("/sessions/second-factor", body.formatted(challenge, "000000"));

    assertThat(owed.getStatusCode()).isEqualTo(202);
    assertThat(owed.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.text(wrong, "code")).isEqualTo("wrong-code");
    assertThat(right.getStatusCode()).isEqualTo(201);
    assertThat(ann.me(ann.text(right, "accessToken")).getStatusCode()).isEqualTo(200);
    assertThat(ann.text(again, "code")).isEqualTo("challenge-refused");
  }

  @Test
  void letsAnAdminWithoutASecondFactorDoNothingElse() {
    Visitor ada = somebodyNew();
    members.add(
        aMember(ada.email(), Role.ADMIN), new CheapPasswords().hash(new Password(PASSWORD)));

    APIGatewayV2HTTPResponse session = ada.signIn(PASSWORD);
    APIGatewayV2HTTPResponse me = ada.me(ada.text(session, "accessToken"));

    assertThat(ada.text(session, "mustEnrol")).isEqualTo("true");
    assertThat(me.getBody()).contains("\"roles\":[\"admin\"]").doesNotContain("platform:admin");
  }

  @Test
  void exchangesAnApiKeyForATokenOfItsScopes() {
    Visitor ann = somebodyNew();
    ann.register();
    ApiKeySecret secret = key(ann);
    String body = "{\"apiKey\":\"%s\"}";

    APIGatewayV2HTTPResponse good = ann.post("/tokens", body.formatted(secret.text()));
    APIGatewayV2HTTPResponse wrong =
        ann.post("/tokens", body.formatted(ApiKeySecret.next(secret.id()).text()));
    APIGatewayV2HTTPResponse unknown =
        ann.post(
            "/tokens", body.formatted(ApiKeySecret.next(new ApiKeyId(Ids.next(clock))).text()));

    assertThat(good.getStatusCode()).isEqualTo(201);
    assertThat(good.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(good.getBody()).contains("\"scopes\":[\"marketplace:read\"]");
    assertThat(ann.text(ann.me(ann.text(good, "accessToken")), "email")).isEqualTo(ann.email());
    assertThat(wrong.getStatusCode()).isEqualTo(401);
    assertThat(ann.withoutId(unknown)).isEqualTo(ann.withoutId(wrong));
    assertThat(ann.post("/tokens", body.formatted("nonsense")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void countsEachKeyApartFromItsMaker() {
    Visitor ann = somebodyNew();
    ann.register();
    String person = ann.text(ann.signIn(PASSWORD), "accessToken");
    String first = exchange(ann, key(ann));
    String second = exchange(ann, key(ann));

    assertThat(leftToKey(ann, person)).isEqualTo("599");
    assertThat(leftToKey(ann, first)).isEqualTo("599");
    assertThat(leftToKey(ann, second)).isEqualTo("599");
    assertThat(leftToKey(ann, first)).isEqualTo("598");
    assertThat(leftToKey(ann, person)).isEqualTo("598");
  }

  private static String leftToKey(Visitor visitor, String token) {
    String limits = visitor.me(token).getHeaders().getOrDefault("ratelimit", "");
    return limits.replaceAll(".*\"key\";r=(\\d+);.*", "$1");
  }

  private static String exchange(Visitor maker, ApiKeySecret key) {
    return maker.text(
        maker.post("/tokens", "{\"apiKey\":\"%s\"}".formatted(key.text())), "accessToken");
  }

  private ApiKeySecret key(Visitor maker) {
    Membership member = members.of(userOf(maker)).orElseThrow();
    ApiKeySecret secret = ApiKeySecret.next(new ApiKeyId(Ids.next(clock)));
    keys.add(
        new ApiKey(
            secret.id(),
            member.team().id(),
            member.user().id(),
            new Name("export"),
            Set.of(Scope.MARKETPLACE_READ, Scope.PLATFORM_ADMIN),
            clock.instant(),
            clock.instant().plus(ApiKey.USUAL_LIFETIME),
            Optional.empty()),
        secret.secret());
    return secret;
  }

  @Test
  void exchangesSoManyKeysForOneAddress() {
    Visitor ann = somebodyNew();
    String body =
        "{\"apiKey\":\"%s\"}".formatted(ApiKeySecret.next(new ApiKeyId(Ids.next(clock))).text());
    for (int attempt = 0; attempt < Limit.EXCHANGES.max(); attempt++) {
      attempts.add(Limit.EXCHANGES, ann.address(), clock.instant());
    }

    assertThat(ann.post("/tokens", body).getStatusCode()).isEqualTo(429);
  }

  @Test
  void goesOnInAnotherTeam() {
    Visitor ann = somebodyNew();
    Visitor bob = somebodyNew();
    ann.register();
    bob.register();
    TeamId bobs = members.of(userOf(bob)).orElseThrow().team().id();
    members.join(bobs, userOf(ann), Set.of(Role.ANALYST));
    APIGatewayV2HTTPResponse first = ann.signIn(PASSWORD);
    String token = ann.text(first, "accessToken");
    String body = "{\"team\":\"%s\",\"refreshToken\":\"%s\"}";
    String choice = body.formatted(bobs, ann.text(first, "refreshToken"));

    APIGatewayV2HTTPResponse second = ann.post("/sessions/team", choice, token);
    APIGatewayV2HTTPResponse foreign =
        ann.post(
            "/sessions/team",
            body.formatted(
                members.of(userOf(ann)).orElseThrow().team().id(),
                bob.text(bob.signIn(PASSWORD), "refreshToken")),
            token);

    assertThat(second.getStatusCode()).isEqualTo(200);
    assertThat(ann.me(ann.text(second, "accessToken")).getBody())
        .contains("\"team\":{\"id\":\"" + bobs.text())
        .contains("\"roles\":[\"analyst\"]");
    assertThat(foreign.getStatusCode()).isEqualTo(403);
    assertThat(ann.text(foreign, "code")).isEqualTo("team-refused");
    assertThat(ann.post("/sessions/team", "{}", token).getStatusCode()).isEqualTo(400);
  }

  @Test
  void asksForPatienceAfterFiveWrongCodes() {
    Visitor ann = somebodyNew();
    ann.register();
    factors.enrol(userOf(ann), TotpSecret.next(), 0, RecoveryCode.next(), aFamily());
    String body =
        "{\"challenge\":\"%s\",\"code\":\"000000\"}"
            .formatted(ann.text(ann.signIn(PASSWORD), "challenge"));
    for (int attempt = 0; attempt < Limit.CODES.max(); attempt++) {
      ann.post("/sessions/second-factor", body);
    }

    assertThat(ann.post("/sessions/second-factor", body).getStatusCode()).isEqualTo(429);
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new SignInHandler().getApplicationContext().isRunning()).isTrue();
  }

  private RandomSecret letterTo(Visitor ann, MailKind kind) {
    RandomSecret secret = RandomSecret.next();
    UserId user = members.withEmail(new Email(ann.email())).orElseThrow().membership().user().id();
    tokens.add(secret, kind, user, clock.instant().plus(kind.lifetime()));
    return secret;
  }

  private UserId userOf(Visitor visitor) {
    return members.withEmail(new Email(visitor.email())).orElseThrow().membership().user().id();
  }

  private Visitor somebodyNew() {
    return Visitor.unknown(new SignInHandler(context));
  }
}
