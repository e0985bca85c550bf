package com.aiqleads.platform.migratedatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Cluster;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.platform.Act;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class MigrateDatabaseTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.empty();

  private final FakeSecretsManager secrets = new FakeSecretsManager(POSTGRES);
  private final ApplicationContext context =
      TestFunction.start("platform", "migrate-database", new FakeQueues(), Map.of(), secrets);
  private final MigrateDatabaseHandler function = new MigrateDatabaseHandler(context);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void makesEveryContextsTablesAndDoesItOnlyOnce() {
    MigrationReport first = run();
    MigrationReport second = run();

    assertThat(first.applied()).containsOnlyKeys("acquisition", "marketplace", "platform");
    assertThat(second.applied().values()).containsOnly(0);
    for (String schema : List.of("acquisition", "marketplace", "platform")) {
      assertThat(as(schema).query("select 1 from outbox", statement -> {}, row -> 1)).isEmpty();
      assertThat(
              as(schema)
                  .queryOne("show statement_timeout", statement -> {}, row -> row.getString(1)))
          .contains("20s");
    }
  }

  @Test
  void changesNothingWhileAContextHasNoSecretYet() {
    run();
    secrets.rotate("acquisition", "rotated");
    secrets.forget("platform");

    assertThatThrownBy(this::run)
        .hasMessageContaining("no secret aiqleads/test/platform/database: deploy the stack data");

    assertThatThrownBy(
            () -> as("acquisition").query("select 1", statement -> {}, row -> row.getInt(1)))
        .as("its new password is not set")
        .isInstanceOf(StoreFailure.class);
  }

  @Test
  void keepsContextsApartAndLetsTheRelayIntoTheOutboxesOnly() {
    run();

    assertThatThrownBy(
            () ->
                as("acquisition").query("select 1 from platform.outbox", statement -> {}, row -> 1))
        .isInstanceOfSatisfying(
            StoreFailure.class, refused -> assertThat(refused.sqlState()).isEqualTo("42501"));
    assertThat(as("relay").query("select 1 from platform.outbox", statement -> {}, row -> 1))
        .isEmpty();
    assertThatThrownBy(
            () -> as("relay").query("select 1 from platform.users", statement -> {}, row -> 1))
        .isInstanceOf(StoreFailure.class);
  }

  @Test
  void letsFunctionsChangeRowsAndNothingElse() {
    run();

    as("marketplace").update("insert into rebuilds default values", statement -> {});
    as("marketplace").update("delete from rebuilds", statement -> {});
    for (String act :
        List.of(
            "drop table rebuilds",
            "truncate rebuilds",
            "alter table rebuilds add column x int",
            "create table more (x int)",
            "drop schema marketplace cascade",
            "set role marketplace_owner")) {
      assertThatThrownBy(() -> as("marketplace").update(act, statement -> {}))
          .as(act)
          .isInstanceOfSatisfying(
              StoreFailure.class, refused -> assertThat(refused.sqlState()).isEqualTo("42501"));
    }
  }

  /// After the first time as after the next, which grants everything anew.
  @Test
  void letsFunctionsOnlyAddToWhatNeverChanges() {
    for (int time = 1; time <= 2; time++) {
      run();
      Map<String, List<String>> growing =
          Map.of(
              "marketplace",
                  List.of("transfers", "lot_uses", "seals", "book_checks", "return_rulings"),
              "platform", List.of("audit_entries"));
      growing.forEach(
          (schema, tables) ->
              tables.forEach(
                  table -> {
                    assertThat(as(schema).query("select 1 from " + table, _ -> {}, _ -> 1))
                        .isNotNull();
                    assertThatThrownBy(() -> as(schema).update("delete from " + table, _ -> {}))
                        .as(table)
                        .isInstanceOfSatisfying(
                            StoreFailure.class,
                            refused -> assertThat(refused.sqlState()).isEqualTo("42501"));
                  }));
    }
  }

  @Test
  void handsOverWhatTheFunctionsRoleOwnedBefore() {
    run();
    Database administrator = new Database(POSTGRES.administrator());
    administrator.update("reassign owned by marketplace_owner to marketplace", statement -> {});
    as("marketplace").update("create table earlier (x int)", statement -> {});

    assertThat(run().applied()).containsEntry("marketplace", 0);

    as("marketplace").update("insert into earlier values (1)", statement -> {});
    assertThatThrownBy(() -> as("marketplace").update("drop table earlier", statement -> {}))
        .isInstanceOf(StoreFailure.class);
    administrator.update("drop table marketplace.earlier", statement -> {});
  }

  /// Nobody else can make the first: registration makes buyers, and only admins make admins.
  @Test
  void makesAPersonWithAConfirmedAddressAnAdminAndTellsTheTrail() {
    run();
    UUID person = person("First@aiqleads.example", true);

    MigrationReport first = make("first@AIQLEADS.example");
    MigrationReport again = make("first@aiqleads.example");

    assertThat(first.admin()).isEqualTo(new UserId(person).text()).isEqualTo(again.admin());
    assertThat(roles(person)).containsExactlyInAnyOrder("buyer", "admin");
    assertThat(acts(person)).containsExactly("made-admin by an operator");
    assertThat(Act.of("made-admin")).isEqualTo(Act.MADE_ADMIN);
  }

  @Test
  void makesNobodyAnAdminWhoseAddressNobodyHasConfirmed() {
    run();
    UUID person = person("second@aiqleads.example", false);

    for (String email : List.of("second@aiqleads.example", "nobody@aiqleads.example")) {
      assertThatThrownBy(() -> make(email))
          .hasMessageContaining("nobody in a team has confirmed this address")
          .hasMessageNotContaining("aiqleads.example");
    }
    assertThat(roles(person)).containsExactly("buyer");
    assertThat(acts(person)).isEmpty();
  }

  private MigrationReport make(String email) {
    return function.handleRequest(
        Map.of("admin", email), new FakeInvocation(Duration.ofSeconds(60)));
  }

  private UUID person(String email, boolean isConfirmed) {
    UUID team = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    update("insert into teams (id, name) values (?, 'A team')", team);
    as("platform")
        .update(
            "insert into users (id, email, name, email_confirmed_at) values (?, ?, 'Ann', ?)",
            row -> {
              row.setObject(1, person);
              row.setString(2, email);
              row.setObject(3, isConfirmed ? OffsetDateTime.now(ZoneOffset.UTC) : null);
            });
    update(
        "insert into memberships (team_id, user_id, roles) values (?, ?, array['buyer'])",
        team,
        person);
    return person;
  }

  private void update(String statement, UUID... ids) {
    as("platform")
        .update(
            statement,
            row -> {
              for (int index = 0; index < ids.length; index++) {
                row.setObject(index + 1, ids[index]);
              }
            });
  }

  private List<String> roles(UUID person) {
    return texts("select unnest(roles) from memberships where user_id = ?", person);
  }

  private List<String> acts(UUID person) {
    return texts("select act || ' ' || subject from audit_entries where user_id = ?", person);
  }

  private List<String> texts(String query, UUID person) {
    return as("platform").query(query, row -> row.setObject(1, person), row -> row.getString(1));
  }

  @Test
  void givesARoleItsNewPassword() {
    run();
    secrets.rotate("marketplace", "it's new");

    run();

    assertThat(as("marketplace").query("select 1", statement -> {}, row -> 1)).containsExactly(1);
  }

  @Test
  void saysThatTheAdministratorCannotSignIn() {
    DatabaseSecret wrong =
        new DatabaseSecret(
            POSTGRES.host(), POSTGRES.port(), POSTGRES.databaseName(), "nobody", "hush");

    assertThatThrownBy(() -> Administrator.signIn(cluster().as(wrong)))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("the administrator cannot sign in")
        .hasMessageNotContaining("hush");
  }

  @Test
  void quotesNothingOfASecretThatItCannotRead() {
    secrets.spoil("{\"password\":\"hush\"");

    assertThatThrownBy(this::run)
        .hasMessageContaining("cannot be read: aiqleads/test/acquisition/database")
        .hasMessageNotContaining("hush");
  }

  private Cluster cluster() {
    return context.getBean(Cluster.class);
  }

  @Test
  void saysWhatItCouldNotDo() {
    run();
    DatabaseSecret role = context.getBean(RoleSecrets.class).of("platform");
    try (Administrator powerless = Administrator.signIn(cluster().as(role))) {
      assertThatThrownBy(() -> powerless.makeRelay("password"))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("not done: alter role %I password %L");
    }
  }

  @Test
  void startsAsDeployed(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("aiqleads-environment.properties"),
        "AIQLEADS_STAGE=prod\nAIQLEADS_CONTEXT=platform\nAIQLEADS_FUNCTION=migrate-database\n");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(new URL[] {folder.toUri().toURL()}, before));
    try (ApplicationContext deployed = new MigrateDatabaseHandler().getApplicationContext()) {
      assertThat(deployed.getBean(Names.class).stage()).isEqualTo("prod");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void refusesWhatIsNoNameForASchema() {
    assertThatThrownBy(() -> new MigrationSettings(List.of("a; drop table b")))
        .hasMessageContaining("aiqleads.contexts");
  }

  private MigrationReport run() {
    byte[] input = "{\"schedule\":\"start\"}".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(input), answer, new FakeInvocation(Duration.ofSeconds(60)));
      return context
          .getBean(ObjectMapper.class)
          .readValue(answer.toByteArray(), MigrationReport.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a report in memory", e);
    }
  }

  private Database as(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(POSTGRES.jdbcUrl());
    source.setUser(role);
    source.setPassword(secrets.passwordOf(role));
    return new Database(source);
  }
}
