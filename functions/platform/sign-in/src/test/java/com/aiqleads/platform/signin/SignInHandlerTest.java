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
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/// The whole function on real stores; only the key service and the hashing are fakes.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInHandlerTest implements TestPropertyProvider {

  private static final String PASSWORD = Visitor.PASSWORD;
  private static final Names NAMES = new Names("test", "platform");
  private static final Duration SKEW = Duration.ofSeconds(5);

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final FakeKms kms = new FakeKms();
  private final IssuerServer issuer =
      new IssuerServer(new TokenKey(kms.moveAliasToNewKey(NAMES.keyAlias("tokens"))));
  private final SettableClock clock = new SettableClock();

  @Inject ApplicationContext context;
  @Inject Members members;

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
            {"email": "%s", "password": "%s", "name": "Ann", "roles": ["admin"]}"""
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
    assertThat(ann.refresh(first).getStatusCode()).isEqualTo(401);
    assertThat(ann.text(ann.refresh(second), "code")).isEqualTo("refresh-token-refused");
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
  void startsFromItsEnvironmentAlone() {
    assertThat(new SignInHandler().getApplicationContext().isRunning()).isTrue();
  }

  private Visitor somebodyNew() {
    return Visitor.unknown(new SignInHandler(context));
  }
}
