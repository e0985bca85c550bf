package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import java.util.List;

/// What must never be.
final class Faults {
  private Faults() {}

  static List<String> of(Database database) {
    return database.query(
        "select rule, what from all_faults()",
        Parameters.of(),
        row -> row.getString("rule") + ": " + row.getString("what"));
  }

  static void none(Database database) {
    assertThat(of(database)).isEmpty();
  }
}
