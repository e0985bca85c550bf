package com.aiqleads.platform.store;

import static com.aiqleads.platform.store.PostgresAuditTrail.utc;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.RandomSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class PostgresInvitations implements Invitations {

  private static final String OPEN =
      " accepted_at is null and withdrawn_at is null and expires_at > ?";

  private static final String ADD =
      """
      insert into invitations (id, team_id, email, roles, inviter_id, expires_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  PostgresInvitations(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(Invitation invitation, Instant now) {
    return database.inTransaction(
        () -> {
          lock(invitation.team());
          boolean fits = of(invitation.team(), now).size() < Invitation.MOST_OF_A_TEAM;
          if (fits) {
            insert(invitation);
          }
          return fits;
        });
  }

  /// Two who add at once count one after the other.
  private void lock(TeamId team) {
    var _ =
        database.query(
            "select id from teams where id = ? for update",
            row -> row.setObject(1, team.value()),
            row -> row.getString(1));
  }

  private void insert(Invitation invitation) {
    database.update(
        ADD,
        row -> {
          row.setObject(1, invitation.id().value());
          row.setObject(2, invitation.team().value());
          row.setString(3, invitation.email().address());
          row.setArray(
              4,
              row.getConnection().createArrayOf("text", PostgresMembers.texts(invitation.roles())));
          row.setObject(5, invitation.inviter().value());
          row.setObject(6, utc(invitation.expiresAt()));
        });
  }

  @Override
  public List<Invitation> of(TeamId team, Instant now) {
    return database.query(
        "select * from invitations where team_id = ? and" + OPEN + " order by id",
        row -> {
          row.setObject(1, team.value());
          row.setObject(2, utc(now));
        },
        PostgresInvitations::invitation);
  }

  @Override
  public Optional<Invitation> find(TeamId team, InvitationId invitation, Instant now) {
    return database.queryOne(
        "select * from invitations where team_id = ? and id = ? and" + OPEN,
        row -> {
          row.setObject(1, team.value());
          row.setObject(2, invitation.value());
          row.setObject(3, utc(now));
        },
        PostgresInvitations::invitation);
  }

  @Override
  public void seal(TeamId team, InvitationId invitation, RandomSecret secret) {
    database.update(
        "update invitations set digest = ? where team_id = ? and id = ?",
        row -> {
          row.setString(1, secret.fingerprint());
          row.setObject(2, team.value());
          row.setObject(3, invitation.value());
        });
  }

  @Override
  public Optional<Invitation> accept(RandomSecret secret, Email email, Instant now) {
    return database.queryOne(
        "update invitations set accepted_at = ?"
            + " where digest = ? and lower(email) = lower(?) and"
            + OPEN
            + " returning *",
        row -> {
          row.setObject(1, utc(now));
          row.setString(2, secret.fingerprint());
          row.setString(3, email.address());
          row.setObject(4, utc(now));
        },
        PostgresInvitations::invitation);
  }

  @Override
  public boolean withdraw(TeamId team, InvitationId invitation, Instant now) {
    return database.update(
            "update invitations set withdrawn_at = ? where team_id = ? and id = ? and" + OPEN,
            row -> {
              row.setObject(1, utc(now));
              row.setObject(2, team.value());
              row.setObject(3, invitation.value());
              row.setObject(4, utc(now));
            })
        == 1;
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        new InvitationId(row.getObject("id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        new Email(row.getString("email")),
        PostgresMembers.roles(row),
        new UserId(row.getObject("inviter_id", UUID.class)),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
