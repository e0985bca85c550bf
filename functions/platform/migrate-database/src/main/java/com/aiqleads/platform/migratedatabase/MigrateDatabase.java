package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.database.DatabaseSecret;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Roles and schemas first; then each context's tables, as the role that owns them. The functions'
/// role owns nothing.
@Singleton
final class MigrateDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(MigrateDatabase.class);

  private final MigrationSettings settings;
  private final RoleSecrets secrets;
  private final Migrations migrations;

  MigrateDatabase(MigrationSettings settings, RoleSecrets secrets, Migrations migrations) {
    this.settings = settings;
    this.secrets = secrets;
    this.migrations = migrations;
  }

  MigrationReport run() {
    Map<String, DatabaseSecret> roles = secrets.of(settings.contexts());
    Map<String, Integer> applied = new LinkedHashMap<>();
    try (Administrator administrator = Administrator.signIn(secrets.asAdministrator())) {
      administrator.makeRelay(secrets.relayPassword());
      roles.forEach(
          (context, role) -> {
            administrator.makeSchema(context, role);
            applied.put(context, migrations.apply(context, secrets.asAdministrator()));
            administrator.letOnlyGrow(context, role.username());
            administrator.letRelayInto(context);
          });
    }
    LOG.atInfo().addKeyValue("applied", applied).log("migrated");
    return new MigrationReport(applied, null);
  }
}
