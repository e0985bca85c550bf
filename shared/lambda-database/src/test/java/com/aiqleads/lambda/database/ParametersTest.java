package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParametersTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("demo");

  private final Database database = new Database(POSTGRES.dataSource());

  @Test
  void standInTheirOrderNothingAndArraysAmongThem() {
    String[] words = {"a", "b"};

    assertThat(
            database.queryOne(
                "select concat_ws('/', ?::integer, ?::text, array_to_string(?::text[], '+'), ?)",
                Parameters.of(7, null, words, "last"),
                row -> row.getString(1)))
        .contains("7/a+b/last");
  }
}
