package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.testkit.PostgresService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ViewsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  /// An operator's path is that of no context.
  @Test
  void anOperatorCanReadEachView() {
    Database administrator = new Database(postgres.administrator());
    List<String> views =
        administrator.query(
            "select table_name from information_schema.views where table_schema = 'marketplace'",
            Parameters.of(),
            row -> row.getString(1));

    assertThat(views).isNotEmpty();
    assertThat(views)
        .allSatisfy(
            view ->
                assertThatCode(
                        () ->
                            administrator.query(
                                "select * from marketplace." + view, Parameters.of(), _ -> view))
                    .doesNotThrowAnyException());
  }
}
