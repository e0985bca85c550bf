package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every store's first migration makes the two tables exactly as the runtime expects them, and no
/// context that has a schema is forgotten.
class FirstMigrationsTest {

  private static final String MIGRATED =
      "functions/platform/migrate-database/src/main/resources/application.properties";

  static Stream<Path> firstMigrations() throws IOException {
    try (Stream<Path> modules = Files.list(Repository.ROOT.resolve("shared"))) {
      return modules
          .filter(module -> module.getFileName().toString().endsWith("-store"))
          .map(FirstMigrationsTest::firstMigration)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("firstMigrations")
  void holdInboxAndOutbox(Path migration) {
    String wanted = Documents.text("shared/lambda-database/src/main/resources/db/outbox.sql");

    String found = plain(Documents.text(migration));

    assertThat(wanted.lines().filter(line -> !line.startsWith("--")).toList()).isNotEmpty();
    for (String statement : withoutComments(wanted).split(";")) {
      assertThat(found).contains(plain(statement));
    }
  }

  @Test
  void areThoseOfTheContextsThatHaveASchema() {
    List<String> withSchema =
        Repository.contexts().stream().filter(FirstMigrationsTest::hasSchema).sorted().toList();

    assertThat(withSchema).isNotEmpty();
    assertThat(Documents.text(MIGRATED))
        .contains("aiqleads.contexts=" + String.join(",", withSchema) + "\n");
  }

  private static boolean hasSchema(String context) {
    return Documents.text("functions/" + context + "/context.yaml")
        .lines()
        .anyMatch(line -> line.startsWith("database:"));
  }

  private static Path firstMigration(Path store) {
    String context = store.getFileName().toString().replace("-store", "");
    Path folder = store.resolve("src/main/resources/db").resolve(context);
    try (Stream<Path> scripts = Files.list(folder)) {
      List<Path> first =
          scripts.filter(file -> file.getFileName().toString().startsWith("V1__")).toList();
      assertThat(first).hasSize(1);
      return first.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("no migrations in " + folder, e);
    }
  }

  private static String withoutComments(String sql) {
    return sql.replaceAll("(?m)^--.*$", "");
  }

  private static String plain(String sql) {
    return withoutComments(sql).replaceAll("\\s+", " ").strip();
  }
}
