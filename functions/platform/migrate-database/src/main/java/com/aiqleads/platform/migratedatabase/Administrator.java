package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.StoreFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Makes roles and schemas; doing it again changes nothing but passwords that were rotated.
final class Administrator implements AutoCloseable {

  private static final String RELAY = "relay";

  /// Of several teams the one joined first, as a sign-in chooses.
  private static final String MAKE_ADMIN =
      """
      with person as (
        select u.id, m.team_id, m.roles
        from platform.users u join platform.memberships m on m.user_id = u.id
        where lower(u.email) = lower(?) and u.email_confirmed_at is not null
        order by m.joined_at limit 1),
      made as (
        update platform.memberships m set roles = m.roles || 'admin'::text
        from person p
        where m.team_id = p.team_id and m.user_id = p.id and not 'admin' = any (m.roles)
        returning m.team_id, m.user_id),
      told as (
        insert into platform.audit_entries (id, at, team_id, user_id, act, subject)
        select ?, clock_timestamp(), team_id, user_id, 'made-admin', 'by an operator' from made)
      select id from person
      """;

  /// They say so themselves, by the trigger that refuses every change.
  private static final String ONLY_GROW =
      """
      select distinct t.relname from pg_trigger g
      join pg_class t on t.oid = g.tgrelid
      join pg_namespace s on s.oid = t.relnamespace
      join pg_proc f on f.oid = g.tgfoid
      where s.nspname = ? and f.proname = 'refuse_change' and not g.tgisinternal
      """;

  private final Connection connection;

  private Administrator(Connection connection) {
    this.connection = connection;
  }

  static Administrator signIn(DataSource cluster) {
    try {
      return new Administrator(cluster.getConnection());
    } catch (SQLException e) {
      throw new StoreFailure("the administrator cannot sign in", e);
    }
  }

  /// The role that may send what the outboxes hold, and forget what inboxes and outboxes need not.
  void makeRelay(String password) {
    makeRole(RELAY, password);
  }

  /// A schema; the role that owns all in it, and cannot sign in; and the role of the functions,
  /// which may change rows and nothing else. What that role owned before, it hands over.
  void makeSchema(String context, DatabaseSecret role) {
    String user = role.username();
    String owner = ownerOf(context);
    makeRole(user, role.password());
    run("alter role %I set search_path = %I", user, context);
    if (!exists("select 1 from pg_roles where rolname = ?", owner)) {
      run("create role %I nologin", owner);
    }
    run("grant %I to current_user", user);
    run("grant %I to current_user", owner);
    run("create schema if not exists %I authorization %I", context, owner);
    atOnce(
        () -> {
          run("reassign owned by %I to %I", user, owner);
          run("grant usage on schema %I to %I", context, user);
          run(
              "grant select, insert, update, delete on all tables in schema %I to %I",
              context, user);
          run("grant usage on all sequences in schema %I to %I", context, user);
          letOnlyGrow(context, user);
        });
    String madeLater = "alter default privileges for role %I in schema %I grant ";
    run(madeLater + "select, insert, update, delete on tables to %I", owner, context, user);
    run(madeLater + "usage on sequences to %I", owner, context, user);
  }

  /// Tables of which no row is ever changed: functions may not even try, whatever becomes of their
  /// triggers.
  void letOnlyGrow(String context, String user) {
    for (String table : names(ONLY_GROW, context)) {
      run("revoke update, delete, truncate on %I.%I from %I", context, table, user);
    }
  }

  static String ownerOf(String context) {
    return context + "_owner";
  }

  /// Functions that run meanwhile never find a table that they may not use.
  private void atOnce(Runnable work) {
    try {
      connection.setAutoCommit(false);
      work.run();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new StoreFailure("the schema was not handed over", e);
    }
  }

  void letRelayInto(String context) {
    if (exists(
        "select 1 from information_schema.tables where table_name = 'outbox'"
            + " and table_schema = ?",
        context)) {
      run("grant usage on schema %I to " + RELAY, context);
      run("grant select, update, delete on %I.outbox to " + RELAY, context);
      run("grant select, delete on %I.inbox to " + RELAY, context);
    }
  }

  /// As the functions' role, which may do no more than this; in one statement, so that nobody is an
  /// admin of whom the trail does not tell. Empty for an address that nobody has confirmed.
  ///
  /// @param entry the id of the line in the audit trail
  /// @return whose address it is
  Optional<UUID> makeAdmin(String email, UUID entry) {
    run("set role %I", "platform");
    try (PreparedStatement statement = connection.prepareStatement(MAKE_ADMIN)) {
      statement.setString(1, email);
      statement.setObject(2, entry);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailure("nobody was made an admin", e);
    } finally {
      run("reset role");
    }
  }

  private void makeRole(String role, String password) {
    if (!exists("select 1 from pg_roles where rolname = ?", role)) {
      run("create role %I login", role);
    }
    run("alter role %I password %L", role, password);
    run("alter role %I set statement_timeout = '20s'", role);
    run("alter role %I set idle_in_transaction_session_timeout = '60s'", role);
  }

  private boolean exists(String query, String value) {
    return !names(query, value).isEmpty();
  }

  private List<String> names(String query, String value) {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
        return names;
      }
    } catch (SQLException e) {
      throw new StoreFailure("the catalogue cannot be read", e);
    }
  }

  /// The server itself quotes the names and values: `%I` and `%L` of its `format`.
  private void run(String template, String... values) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(quoted(template, List.of(values)));
    } catch (SQLException e) {
      throw new StoreFailure("not done: " + template, e);
    }
  }

  private String quoted(String template, List<String> values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select format(?" + ", ?".repeat(values.size()) + ")")) {
      statement.setString(1, template);
      for (int index = 0; index < values.size(); index++) {
        statement.setString(index + 2, values.get(index));
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailure("the administrator cannot leave", e);
    }
  }
}
