package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.store.DynamoTables;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The whole function on real stores; only the hashing is a fake.
final class AccountFunction implements BeforeAllCallback, AfterAllCallback {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final Names NAMES = new Names("test", "platform");
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final PostgresService postgres = PostgresService.forContext("platform");
  private final DynamoService dynamo = new DynamoService();
  private final FakeIssuer issuer = new FakeIssuer();
  private final ApplicationContext context =
      new FunctionContextBuilder()
          .properties(Map.of("aiqleads.issuer", issuer.address()))
          .packages("com.aiqleads")
          .build();

  @Override
  public void beforeAll(ExtensionContext test) {
    postgres.beforeAll(test);
    DynamoDbClient tables = DynamoTables.client(dynamo.endpoint());
    if (tables.listTables().tableNames().isEmpty()) {
      DynamoTables.create(tables, NAMES.table("refresh-families"));
      DynamoTables.create(tables, NAMES.table("user-sessions"), "user", "family");
      DynamoTables.create(tables, NAMES.table("sign-in-attempts"));
      DynamoTables.create(tables, NAMES.table("idempotency-claims"));
    }
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "second-factor-key", KEY, "viewer-key", KEY)));
    context.registerSingleton(DynamoDbClient.class, tables);
    context.registerSingleton(Passwords.class, new CheapPasswords());
    context.start();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    context.close();
    issuer.close();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  FakeIssuer issuer() {
    return issuer;
  }

  /// A buyer nobody else knows, whose address is confirmed and who has one session.
  Account signedIn() {
    Account ann = added("ann", Role.BUYER);
    bean(Members.class).confirmEmail(ann.member().user().id(), Instant.now());
    ann.start(ann.laptop());
    return ann;
  }

  /// Somebody nobody else knows, with a password.
  Account added(String name, Role role) {
    Account account = of(aMember(name + "." + UUID.randomUUID() + "@buyers.example", role));
    bean(Members.class).add(account.member(), new CheapPasswords().hash(GOOD_PASSWORD));
    return account;
  }

  /// Whether or not there is such a member.
  Account of(Membership member) {
    return new Account(this, member, aFamily());
  }

  APIGatewayV2HTTPResponse send(Call call) {
    return new ManageAccountHandler(context).handleRequest(call.event(), INVOCATION);
  }
}
