package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.Names;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Runs the scripts of the stores on the class path: `db/<context>`, and on a laptop
/// `db/local/<context>` with its people and samples.
@Singleton
final class Migrations {

  private static final String LOCAL_STAGE = "local";

  private final Names names;

  Migrations(Names names) {
    this.names = names;
  }

  /// How many were new.
  int apply(String context, DataSource administrator) {
    return Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(administrator)
        .defaultSchema(context)
        .locations(locations(context).toArray(String[]::new))
        // A limit is for queries; a migration may take its time.
        .initSql(
            "set role %s; set search_path = %s; set statement_timeout = 0"
                .formatted(Administrator.ownerOf(context), context))
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private List<String> locations(String context) {
    List<String> locations = new ArrayList<>(List.of("classpath:db/" + context));
    if (names.stage().equals(LOCAL_STAGE)) {
      locations.add("classpath:db/local/" + context);
    }
    return locations;
  }
}
