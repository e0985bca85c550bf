package com.aiqleads.platform.store;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.EmailConfirmation;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class PostgresMembers implements Members {

  private static final String MEMBER =
      """
      select u.id as user_id, u.email, u.name as user_name, u.email_confirmed_at,
             u.generation, t.id as team_id, t.name as team_name, m.roles, p.hash
      from users u
      join memberships m on m.user_id = u.id
      join teams t on t.id = m.team_id
      left join passwords p on p.user_id = u.id
      """;

  /// Of several teams the one joined first: people choose another once they are in.
  private static final String OF_ADDRESS =
      MEMBER + "where lower(u.email) = lower(?) order by m.joined_at limit 1";

  private final Database database;

  PostgresMembers(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(Membership membership, PasswordHash password) {
    return database.inTransaction(
        () -> {
          boolean isNew = add(membership);
          if (isNew) {
            replacePassword(membership.user().id(), password);
          }
          return isNew;
        });
  }

  @Override
  public boolean add(Membership membership) {
    return database.inTransaction(
        () -> {
          boolean isNew = addUser(membership.user());
          if (isNew) {
            addTeam(membership.team());
            join(membership.team().id(), membership.user().id(), membership.roles());
          }
          return isNew;
        });
  }

  private boolean addUser(User user) {
    return database.update(
            "insert into users (id, email, name) values (?, ?, ?) on conflict do nothing",
            row -> {
              row.setObject(1, user.id().value());
              row.setString(2, user.email().address());
              row.setString(3, user.name().value());
            })
        == 1;
  }

  private void addTeam(Team team) {
    database.update(
        "insert into teams (id, name) values (?, ?) on conflict (id) do nothing",
        row -> {
          row.setObject(1, team.id().value());
          row.setString(2, team.name().value());
        });
  }

  static String[] texts(Set<Role> roles) {
    return roles.stream().map(Role::text).sorted().toArray(String[]::new);
  }

  @Override
  public Optional<Credentials> withEmail(Email email) {
    return database
        .queryOne(
            OF_ADDRESS, row -> row.setString(1, email.address()), PostgresMembers::credentials)
        .flatMap(found -> found);
  }

  @Override
  public Optional<Membership> withAddress(Email email) {
    return database.queryOne(
        OF_ADDRESS, row -> row.setString(1, email.address()), PostgresMembers::membership);
  }

  @Override
  public Optional<Membership> find(TeamId team, UserId user) {
    return member(team, user, PostgresMembers::membership);
  }

  @Override
  public Optional<Credentials> credentials(TeamId team, UserId user) {
    return member(team, user, PostgresMembers::credentials).flatMap(found -> found);
  }

  private <T> Optional<T> member(TeamId team, UserId user, Database.RowReader<T> reader) {
    return database.queryOne(
        MEMBER + "where m.team_id = ? and m.user_id = ?",
        row -> {
          row.setObject(1, team.value());
          row.setObject(2, user.value());
        },
        reader);
  }

  @Override
  public Optional<Membership> of(UserId user) {
    return database.queryOne(
        MEMBER + "where u.id = ? order by m.joined_at limit 1",
        row -> row.setObject(1, user.value()),
        PostgresMembers::membership);
  }

  @Override
  public void confirmEmail(UserId user, Instant at) {
    database.update(
        "update users set email_confirmed_at = ? where id = ? and email_confirmed_at is null",
        row -> {
          row.setObject(1, PostgresAuditTrail.utc(at));
          row.setObject(2, user.value());
        });
  }

  @Override
  public List<Membership> inTeam(TeamId team) {
    return database.query(
        MEMBER + "where m.team_id = ? order by m.joined_at, m.user_id",
        row -> row.setObject(1, team.value()),
        PostgresMembers::membership);
  }

  @Override
  public List<Membership> lockTeam(TeamId team) {
    var _ =
        database.query(
            "select id from teams where id = ? for update",
            row -> row.setObject(1, team.value()),
            row -> row.getString(1));
    return inTeam(team);
  }

  @Override
  public List<Team> teamsOf(UserId user) {
    return database.query(
        "select t.id, t.name from teams t join memberships m on m.team_id = t.id"
            + " where m.user_id = ? order by m.joined_at",
        row -> row.setObject(1, user.value()),
        row ->
            new Team(new TeamId(row.getObject("id", UUID.class)), new Name(row.getString("name"))));
  }

  @Override
  public void join(TeamId team, UserId user, Set<Role> roles) {
    database.update(
        "insert into memberships (team_id, user_id, roles) values (?, ?, ?)"
            + " on conflict (team_id, user_id) do nothing",
        row -> {
          row.setObject(1, team.value());
          row.setObject(2, user.value());
          row.setArray(3, row.getConnection().createArrayOf("text", texts(roles)));
        });
  }

  @Override
  public void found(Team team, UserId user, Set<Role> roles) {
    database.inTransaction(
        () -> {
          addTeam(team);
          join(team.id(), user, roles);
          return team;
        });
  }

  @Override
  public void setRoles(TeamId team, UserId user, Set<Role> roles) {
    database.update(
        "update memberships set roles = ? where team_id = ? and user_id = ?",
        row -> {
          row.setArray(1, row.getConnection().createArrayOf("text", texts(roles)));
          row.setObject(2, team.value());
          row.setObject(3, user.value());
        });
  }

  @Override
  public List<Team> remove(TeamId team, UserId user) {
    return database.inTransaction(
        () -> {
          lock(user);
          delete(team, user);
          return teamsOf(user);
        });
  }

  /// Of two who put a person out of the last two teams, the later sees that nothing is left.
  private void lock(UserId user) {
    var _ =
        database.query(
            "select id from users where id = ? for update",
            row -> row.setObject(1, user.value()),
            row -> row.getString(1));
  }

  private void delete(TeamId team, UserId user) {
    database.update(
        "delete from memberships where team_id = ? and user_id = ?",
        row -> {
          row.setObject(1, team.value());
          row.setObject(2, user.value());
        });
  }

  @Override
  public SessionsSince sessionsSince(UserId user) {
    return sessionsSince(user, "");
  }

  @Override
  public SessionsSince lockSessions(UserId user) {
    return sessionsSince(user, " for update");
  }

  private SessionsSince sessionsSince(UserId user, String lock) {
    return database
        .queryOne(
            "select generation, kept_session from users where id = ?" + lock,
            row -> row.setObject(1, user.value()),
            PostgresMembers::sessionsSince)
        .orElse(SessionsSince.EVER);
  }

  @Override
  public void setPassword(UserId user, PasswordHash password, Optional<FamilyId> kept) {
    database.inTransaction(
        () -> {
          endSessions(user, kept);
          replacePassword(user, password);
          return user;
        });
  }

  private void replacePassword(UserId user, PasswordHash password) {
    database.update(
        "insert into passwords (user_id, hash) values (?, ?)"
            + " on conflict (user_id) do update set hash = excluded.hash, set_at = excluded.set_at",
        row -> {
          row.setObject(1, user.value());
          row.setString(2, password.value());
        });
  }

  @Override
  public void endSessions(UserId user, Optional<FamilyId> kept) {
    database.update(
        "update users set generation = generation + 1, kept_session = ? where id = ?",
        row -> {
          row.setObject(1, kept.map(FamilyId::value).orElse(null));
          row.setObject(2, user.value());
        });
  }

  /// Empty for whoever has no password.
  private static Optional<Credentials> credentials(ResultSet row) throws SQLException {
    Membership member = membership(row);
    Generation generation = new Generation(row.getInt("generation"));
    return Optional.ofNullable(row.getString("hash"))
        .map(hash -> new Credentials(member, new PasswordHash(hash), generation));
  }

  private static SessionsSince sessionsSince(ResultSet row) throws SQLException {
    return new SessionsSince(
        new Generation(row.getInt("generation")),
        Optional.ofNullable(row.getObject("kept_session", UUID.class)).map(FamilyId::new));
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        new User(
            new UserId(row.getObject("user_id", UUID.class)),
            new Email(row.getString("email")),
            new Name(row.getString("user_name")),
            confirmation(row.getObject("email_confirmed_at", OffsetDateTime.class))),
        new Team(
            new TeamId(row.getObject("team_id", UUID.class)), new Name(row.getString("team_name"))),
        roles(row));
  }

  private static EmailConfirmation confirmation(@Nullable OffsetDateTime at) {
    return at == null ? new Unconfirmed() : new Confirmed(at.toInstant());
  }

  static Set<Role> roles(ResultSet row) throws SQLException {
    String[] texts = (String[]) row.getArray("roles").getArray();
    return Arrays.stream(texts).map(Role::of).collect(Collectors.toUnmodifiableSet());
  }
}
