package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.signin.openid.OpenIdFixtures;
import com.aiqleads.platform.store.DynamoTables;
import com.aiqleads.platform.store.FakeKms;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The whole function on real stores; only the key service and the hashing are fakes.
final class SignInFunction implements BeforeAllCallback, AfterAllCallback {

  private static final Names NAMES = new Names("local", "platform");
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final PostgresService postgres = PostgresService.forContext("platform");
  private final DynamoService dynamo = new DynamoService();
  private final FakeKms kms = new FakeKms();
  private final IssuerServer issuer =
      new IssuerServer(new TokenKey(kms.moveAliasToNewKey(NAMES.keyAlias("tokens"))));
  private final FakeQueues queues = new FakeQueues();
  private final SettableClock clock = new SettableClock();
  private final LocalProvider acme = OpenIdFixtures.aProvider(clock);
  private final ApplicationContext context =
      new FunctionContextBuilder()
          .properties(
              Map.of(
                  "aiqleads.issuer",
                  issuer.address(),
                  "aiqleads.provider.patience",
                  "60s",
                  "aiqleads.quotas",
                  "1"))
          .packages("com.aiqleads")
          .build();

  @Override
  public void beforeAll(ExtensionContext test) {
    postgres.beforeAll(test);
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of(
                "database",
                postgres.secret(),
                "second-factor-key",
                KEY,
                "viewer-key",
                KEY,
                "sign-in-providers",
                OpenIdFixtures.settings(acme))));
    context.registerSingleton(KmsClient.class, kms);
    context.registerSingleton(InstantSource.class, clock);
    context.registerSingleton(Passwords.class, new CheapPasswords());
    context.registerSingleton(SqsClient.class, queues);
    context.registerSingleton(DynamoDbClient.class, tables());
    context.start();
  }

  private DynamoDbClient tables() {
    DynamoDbClient tables = DynamoTables.client(dynamo.endpoint());
    if (tables.listTables().tableNames().isEmpty()) {
      DynamoTables.create(tables, NAMES.table("refresh-families"));
      DynamoTables.create(tables, NAMES.table("user-sessions"), "user", "family");
      DynamoTables.create(tables, NAMES.table("sign-in-attempts"));
      DynamoTables.create(tables, NAMES.table("sign-in-challenges"));
      DynamoTables.create(tables, NAMES.table("departures"));
      DynamoTables.create(tables, NAMES.table("pending-links"));
      DynamoTables.create(tables, NAMES.table("idempotency-claims"));
      DynamoTables.create(tables, NAMES.table("quotas"));
    }
    return tables;
  }

  @Override
  public void afterAll(ExtensionContext test) {
    context.close();
    acme.close();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  FakeQueues queues() {
    return queues;
  }

  SettableClock clock() {
    return clock;
  }

  LocalProvider acme() {
    return acme;
  }

  Visitor somebodyNew() {
    return Visitor.unknown(new SignInHandler(context));
  }

  UserId userOf(Visitor visitor) {
    return bean(Members.class)
        .withEmail(new Email(visitor.email()))
        .orElseThrow()
        .membership()
        .user()
        .id();
  }
}
