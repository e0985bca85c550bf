package com.aiqleads.testkit;

import com.aiqleads.local.services.PostgresAddress;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// One database of one test class. Its contexts have the role and the schema of their name, as
/// deployed, where `migrate-database` makes them.
record TestDatabase(PostgresAddress server, String name) {
  static final String PASSWORD = "for-tests-only";
  private static final AtomicInteger COUNT = new AtomicInteger();

  static TestDatabase createIn(PostgresAddress server) {
    KeptConnections.closeIdle();
    var database = new TestDatabase(server, "test_" + COUNT.incrementAndGet());
    execute(
        source(server.jdbcUrl(), server.username(), server.password()),
        "CREATE DATABASE " + database.name());
    return database;
  }

  void add(String context) {
    execute(
        asAdministrator(),
        """
        DO $$ BEGIN
          CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
        EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        ALTER ROLE %1$s SET search_path = %1$s, public;
        GRANT CREATE ON DATABASE %3$s TO %1$s;
        CREATE SCHEMA %1$s AUTHORIZATION %1$s;
        """
            .formatted(context, PASSWORD, name));
    for (String script : new Migrations(context).scripts()) {
      execute(as(context), script);
    }
    rememberWhatCameFilled(context);
  }

  private void rememberWhatCameFilled(String context) {
    execute(
        asAdministrator(),
        """
        CREATE TABLE IF NOT EXISTS public.came_filled (name text PRIMARY KEY);
        DO $$ DECLARE one text; filled boolean; BEGIN
          FOR one IN SELECT format('%%I.%%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname = '%s' LOOP
            EXECUTE 'SELECT EXISTS (SELECT FROM ' || one || ')' INTO filled;
            IF filled THEN INSERT INTO public.came_filled VALUES (one); END IF;
          END LOOP;
        END $$
        """
            .formatted(context));
  }

  void clear(String context) {
    execute(
        asAdministrator(),
        """
        DO $$ DECLARE tables text; BEGIN
          -- Without triggers, which keep what only grows from being emptied.
          PERFORM set_config('session_replication_role', 'replica', true);
          SELECT string_agg(format('%%I.%%I', schemaname, tablename), ', ') INTO tables
            FROM pg_tables WHERE schemaname = '%s'
            AND format('%%I.%%I', schemaname, tablename) NOT IN
              (SELECT name FROM public.came_filled);
          IF tables IS NOT NULL THEN EXECUTE 'TRUNCATE ' || tables || ' CASCADE'; END IF;
        END $$
        """
            .formatted(context));
  }

  String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  DataSource as(String context) {
    return source(jdbcUrl(), context, PASSWORD);
  }

  DataSource asAdministrator() {
    return source(jdbcUrl(), server.username(), server.password());
  }

  private static DataSource source(String url, String username, String password) {
    var source = new KeptConnections();
    source.setUrl(url);
    source.setUser(username);
    source.setPassword(password);
    // As deployed, where the proxy pins a connection with prepared statements.
    source.setPrepareThreshold(0);
    return source;
  }

  static void execute(DataSource source, String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot run: " + sql, failure);
    }
  }
}
