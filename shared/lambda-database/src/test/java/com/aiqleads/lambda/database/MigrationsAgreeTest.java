package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every store's first migration makes the two tables exactly as the runtime expects them.
class MigrationsAgreeTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  static Stream<Path> firstMigrations() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT.resolve("shared"))) {
      return modules
          .filter(module -> module.getFileName().toString().endsWith("-store"))
          .map(MigrationsAgreeTest::firstMigration)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("firstMigrations")
  void holdsInboxAndOutbox(Path migration) throws IOException {
    String wanted =
        Files.readString(ROOT.resolve("shared/lambda-database/src/main/resources/db/outbox.sql"));

    String found = plain(Files.readString(migration));

    assertThat(wanted.lines().filter(line -> !line.startsWith("--")).toList()).isNotEmpty();
    for (String statement : withoutComments(wanted).split(";")) {
      assertThat(found).contains(plain(statement));
    }
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
