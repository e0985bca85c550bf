package com.aiqleads.platform.store;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class PostgresMembers implements Members {

  /// Of several teams the one joined first: people choose another once they are in.
  private static final String OF_ADDRESS =
      MemberRow.SELECT + "where lower(u.email) = lower(?) order by m.joined_at limit 1";

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
            Parameters.of(user.id().value(), user.email().address(), user.name().value()))
        == 1;
  }

  private void addTeam(Team team) {
    database.update(
        "insert into teams (id, name) values (?, ?) on conflict (id) do nothing",
        Parameters.of(team.id().value(), team.name().value()));
  }

  @Override
  public Optional<Credentials> withEmail(Email email) {
    return database
        .queryOne(OF_ADDRESS, row -> row.setString(1, email.address()), MemberRow::credentials)
        .flatMap(found -> found);
  }

  @Override
  public Optional<Membership> withAddress(Email email) {
    return database.queryOne(
        OF_ADDRESS, row -> row.setString(1, email.address()), MemberRow::membership);
  }

  @Override
  public Optional<Membership> find(TeamId team, UserId user) {
    return member(team, user, MemberRow::membership);
  }

  @Override
  public Optional<Credentials> credentials(TeamId team, UserId user) {
    return member(team, user, MemberRow::credentials).flatMap(found -> found);
  }

  private <T> Optional<T> member(TeamId team, UserId user, Database.RowReader<T> reader) {
    return database.queryOne(
        MemberRow.SELECT + "where m.team_id = ? and m.user_id = ?",
        Parameters.of(team.value(), user.value()),
        reader);
  }

  @Override
  public Optional<Membership> of(UserId user) {
    return database.queryOne(
        MemberRow.SELECT + "where u.id = ? order by m.joined_at limit 1",
        Parameters.of(user.value()),
        MemberRow::membership);
  }

  @Override
  public void confirmEmail(UserId user, Instant at) {
    database.update(
        "update users set email_confirmed_at = ? where id = ? and email_confirmed_at is null",
        Parameters.of(PostgresAuditTrail.utc(at), user.value()));
  }

  @Override
  public List<Membership> inTeam(TeamId team) {
    return database.query(
        MemberRow.SELECT + "where m.team_id = ? order by m.joined_at, m.user_id",
        Parameters.of(team.value()),
        MemberRow::membership);
  }

  @Override
  public List<Membership> lockTeam(TeamId team) {
    var _ =
        database.query(
            "select id from teams where id = ? for update",
            Parameters.of(team.value()),
            row -> row.getString(1));
    return inTeam(team);
  }

  @Override
  public List<Team> teamsOf(UserId user) {
    return database.query(
        "select t.id, t.name from teams t join memberships m on m.team_id = t.id"
            + " where m.user_id = ? order by m.joined_at",
        Parameters.of(user.value()),
        row ->
            new Team(new TeamId(row.getObject("id", UUID.class)), new Name(row.getString("name"))));
  }

  @Override
  public void join(TeamId team, UserId user, Set<Role> roles) {
    database.update(
        "insert into memberships (team_id, user_id, roles) values (?, ?, ?)"
            + " on conflict (team_id, user_id) do nothing",
        Parameters.of(team.value(), user.value(), MemberRow.texts(roles)));
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
        Parameters.of(MemberRow.texts(roles), team.value(), user.value()));
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
            Parameters.of(user.value()),
            row -> row.getString(1));
  }

  private void delete(TeamId team, UserId user) {
    database.update(
        "delete from memberships where team_id = ? and user_id = ?",
        Parameters.of(team.value(), user.value()));
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
            Parameters.of(user.value()),
            MemberRow::sessionsSince)
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
        Parameters.of(user.value(), password.value()));
  }

  @Override
  public void endSessions(UserId user, Optional<FamilyId> kept) {
    database.update(
        "update users set generation = generation + 1, kept_session = ? where id = ?",
        Parameters.of(kept.map(FamilyId::value).orElse(null), user.value()));
  }
}
