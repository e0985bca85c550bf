package com.aiqleads.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the ready line of the local cloud promises: these people can sign in.
class SeedUsersTest {

  private static final Password PASSWORD = new Password("on-this-laptop-only");

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Members members = new PlatformStore().members(new Database(POSTGRES.dataSource()));
  private final Passwords passwords = new PlatformStore().passwords();

  /// Twice: Flyway runs it again when it has changed.
  @BeforeAll
  static void seed() throws IOException, SQLException {
    String script = script();
    for (int run = 0; run < 2; run++) {
      try (Connection connection = POSTGRES.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute(script);
        connection.commit();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thereIsOneOfEachRole(Role role) {
    Credentials seeded =
        members.withEmail(new Email(role.text() + "@aiqleads.example")).orElseThrow();

    assertThat(seeded.membership().roles()).containsExactly(role);
    assertThat(passwords.matches(PASSWORD, seeded.password())).isTrue();
  }

  private static String script() throws IOException {
    try (InputStream script =
        SeedUsersTest.class.getResourceAsStream("/db/local/platform/R__seed_users.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
