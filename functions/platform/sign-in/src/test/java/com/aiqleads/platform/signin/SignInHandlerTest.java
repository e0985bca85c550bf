package com.aiqleads.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.database.DatabaseSecrets;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.store.DynamoTables;
import com.aiqleads.platform.store.FakeKms;
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
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/// The whole function on real stores; only the key service and the hashing are fakes.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInHandlerTest implements TestPropertyProvider {

  private static final String PASSWORD = "seven green lamps";
  private static final Names NAMES = new Names("test", "platform");
  private static final Duration SKEW = Duration.ofSeconds(5);

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final FakeKms kms = new FakeKms();
  private final IssuerServer issuer =
      new IssuerServer(new TokenKey(kms.moveAliasToNewKey(NAMES.keyAlias("tokens"))));
  private final SettableClock clock = new SettableClock();

  @Inject ApplicationContext context;
  @Inject ObjectMapper mapper;
  @Inject Members members;

  /// Of a person, and of a network, that no other test knows.
  private String email = "";

  private String address = "";

  @Override
  public Map<String, String> getProperties() {
    return Map.of("aiqleads.issuer", issuer.address());
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
    DynamoTables.create(dynamo, NAMES.table("sign-in-attempts"));
    DynamoTables.create(dynamo, NAMES.table("idempotency-claims"));
  }

  @BeforeEach
  void meetSomebodyNew() {
    email = "ann." + UUID.randomUUID() + "@buyers.example";
    address = UUID.randomUUID().toString();
  }

  @Test
  void registersSignsInAndSaysWho() {
    APIGatewayV2HTTPResponse registered = register();
    APIGatewayV2HTTPResponse signedIn = signIn(PASSWORD);
    APIGatewayV2HTTPResponse me = me(text(signedIn, "accessToken"));

    assertThat(registered.getStatusCode()).isEqualTo(202);
    assertThat(registered.getBody()).isEqualTo("{\"status\":\"received\"}");
    assertThat(signedIn.getStatusCode()).isEqualTo(201);
    assertThat(signedIn.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(text(signedIn, "tokenType")).isEqualTo("Bearer");
    assertThat(text(signedIn, "expiresAt"))
        .isEqualTo(clock.instant().plus(AccessClaims.LIFETIME).toString());
    assertThat(me.getStatusCode()).isEqualTo(200);
    assertThat(text(me, "email")).isEqualTo(email);
    assertThat(me.getBody()).contains("\"roles\":[\"buyer\"]");
  }

  @Test
  void answersTheSameWhenTheAddressIsTaken() {
    APIGatewayV2HTTPResponse first = register();
    APIGatewayV2HTTPResponse second = register();

    assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
    assertThat(second.getBody()).isEqualTo(first.getBody());
  }

  @Test
  void namesEveryWrongFieldAndStoresNothing() {
    APIGatewayV2HTTPResponse answer =
        post("/registrations", "{\"email\": \"%s\", \"password\": \"short\"}".formatted(email));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.getBody())
        .contains(
            "\"errors\":[{\"field\":\"name\",\"message\":\"is required\"},"
                + "{\"field\":\"password\",\"message\":\"must have at least 12 characters\"}]");
    assertThat(members.withEmail(new Email(email))).isEmpty();
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    APIGatewayV2HTTPResponse answer =
        post(
            "/registrations",
            """
            {"email": "%s", "password": "%s", "name": "Ann", "roles": ["admin"]}"""
                .formatted(email, PASSWORD));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"field\":\"roles\"");
    assertThat(members.withEmail(new Email(email))).isEmpty();
  }

  @Test
  void answersTheSameToAWrongPasswordAndAnUnknownAddress() {
    APIGatewayV2HTTPResponse unknown = signIn(PASSWORD);
    register();
    APIGatewayV2HTTPResponse wrong = signIn("seven red lamps");

    assertThat(unknown.getStatusCode()).isEqualTo(401);
    assertThat(text(unknown, "code")).isEqualTo("wrong-credentials");
    assertThat(withoutId(wrong)).isEqualTo(withoutId(unknown));
  }

  @Test
  void refreshesOnceForEachToken() {
    register();
    String first = text(signIn(PASSWORD), "refreshToken");

    APIGatewayV2HTTPResponse refreshed = refresh(first);
    String second = text(refreshed, "refreshToken");

    assertThat(refreshed.getStatusCode()).isEqualTo(200);
    assertThat(me(text(refreshed, "accessToken")).getStatusCode()).isEqualTo(200);
    assertThat(refresh(first).getStatusCode()).isEqualTo(401);
    assertThat(text(refresh(second), "code")).isEqualTo("refresh-token-refused");
  }

  @Test
  void signsOut() {
    register();
    String token = text(signIn(PASSWORD), "refreshToken");

    APIGatewayV2HTTPResponse answer = post("/sessions/sign-out", tokenBody(token));

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(refresh(token).getStatusCode()).isEqualTo(401);
  }

  @Test
  void knowsNobodyWithoutAToken() {
    assertThat(me("").getStatusCode()).isEqualTo(401);
    assertThat(me("nonsense").getStatusCode()).isEqualTo(401);
  }

  @Test
  void knowsNobodyAfterFifteenMinutes() {
    register();
    String token = text(signIn(PASSWORD), "accessToken");

    clock.pass(AccessClaims.LIFETIME);
    int atTheEnd = me(token).getStatusCode();
    clock.pass(SKEW);

    assertThat(atTheEnd).isEqualTo(200);
    assertThat(me(token).getStatusCode()).isEqualTo(401);
  }

  @Test
  void asksForPatienceAfterTenWrongPasswords() {
    register();
    for (int attempt = 0; attempt < Limit.WRONG_PASSWORDS.max(); attempt++) {
      assertThat(signIn("seven red lamps").getStatusCode()).isEqualTo(401);
    }

    APIGatewayV2HTTPResponse answer = signIn(PASSWORD);

    assertThat(answer.getStatusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.getHeaders().get("retry-after"))).isBetween(1, 900);
  }

  @Test
  void asksAnAddressForPatienceWhoeverItSignsInAs() {
    for (int attempt = 0; attempt < Limit.HASHED_PASSWORDS.max(); attempt++) {
      email = "nobody" + attempt + "@buyers.example";
      assertThat(signIn(PASSWORD).getStatusCode()).isEqualTo(401);
    }

    assertThat(signIn(PASSWORD).getStatusCode()).isEqualTo(429);
    assertThat(register().getStatusCode()).isEqualTo(429);
    address = UUID.randomUUID().toString();
    assertThat(register().getStatusCode()).isEqualTo(202);
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new SignInHandler().getApplicationContext().isRunning()).isTrue();
  }

  private APIGatewayV2HTTPResponse register() {
    return post(
        "/registrations",
        """
        {"email": "%s", "password": "%s", "name": "Ann"}"""
            .formatted(email, PASSWORD));
  }

  private APIGatewayV2HTTPResponse signIn(String password) {
    return post(
        "/sessions", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
  }

  private APIGatewayV2HTTPResponse refresh(String token) {
    return post("/sessions/refresh", tokenBody(token));
  }

  private static String tokenBody(String token) {
    return "{\"refreshToken\": \"%s\"}".formatted(token);
  }

  private APIGatewayV2HTTPResponse me(String token) {
    return gateway().get("/me", token);
  }

  private APIGatewayV2HTTPResponse post(String path, String body) {
    return gateway().post(path, body);
  }

  private Gateway gateway() {
    return new Gateway(new SignInHandler(context), address);
  }

  private String text(APIGatewayV2HTTPResponse response, String field) {
    try {
      JsonNode value = mapper.readValue(response.getBody(), JsonNode.class).get(field);
      return value == null ? "" : value.coerceStringValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String withoutId(APIGatewayV2HTTPResponse problem) {
    return problem.getBody().replace(text(problem, "correlationId"), "");
  }
}
