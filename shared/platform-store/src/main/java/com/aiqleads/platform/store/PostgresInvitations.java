package com.aiqleads.platform.store;

import static com.aiqleads.platform.store.PostgresAuditTrail.utc;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
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
            Parameters.of(team.value()),
            row -> row.getString(1));
  }

  private void insert(Invitation invitation) {
    database.update(
        ADD,
        Parameters.of(
            invitation.id().value(),
            invitation.team().value(),
            invitation.email().address(),
            MemberRow.texts(invitation.roles()),
            invitation.inviter().value(),
            utc(invitation.expiresAt())));
  }

  @Override
  public List<Invitation> of(TeamId team, Instant now) {
    return database.query(
        "select * from invitations where team_id = ? and" + OPEN + " order by id",
        Parameters.of(team.value(), utc(now)),
        PostgresInvitations::invitation);
  }

  @Override
  public Optional<Invitation> find(TeamId team, InvitationId invitation, Instant now) {
    return database.queryOne(
        "select * from invitations where team_id = ? and id = ? and" + OPEN,
        Parameters.of(team.value(), invitation.value(), utc(now)),
        PostgresInvitations::invitation);
  }

  @Override
  public void seal(TeamId team, InvitationId invitation, RandomSecret secret) {
    database.update(
        "update invitations set digest = ? where team_id = ? and id = ?",
        Parameters.of(secret.fingerprint(), team.value(), invitation.value()));
  }

  @Override
  public Optional<Invitation> accept(RandomSecret secret, Email email, Instant now) {
    return database.queryOne(
        "update invitations set accepted_at = ?"
            + " where digest = ? and lower(email) = lower(?) and"
            + OPEN
            + " returning *",
        Parameters.of(utc(now), secret.fingerprint(), email.address(), utc(now)),
        PostgresInvitations::invitation);
  }

  @Override
  public boolean withdraw(TeamId team, InvitationId invitation, Instant now) {
    return database.update(
            "update invitations set withdrawn_at = ? where team_id = ? and id = ? and" + OPEN,
            Parameters.of(utc(now), team.value(), invitation.value(), utc(now)))
        == 1;
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        new InvitationId(row.getObject("id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        new Email(row.getString("email")),
        MemberRow.roles(row),
        new UserId(row.getObject("inviter_id", UUID.class)),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
