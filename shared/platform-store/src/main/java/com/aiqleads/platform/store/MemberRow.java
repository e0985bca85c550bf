package com.aiqleads.platform.store;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.EmailConfirmation;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.Members.Credentials;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A person in a team, as tables have them.
final class MemberRow {

  static final String SELECT =
      """
      select u.id as user_id, u.email, u.name as user_name, u.email_confirmed_at,
             u.generation, t.id as team_id, t.name as team_name, m.roles, p.hash
      from users u
      join memberships m on m.user_id = u.id
      join teams t on t.id = m.team_id
      left join passwords p on p.user_id = u.id
      """;

  private MemberRow() {}

  /// Empty for whoever has no password.
  static Optional<Credentials> credentials(ResultSet row) throws SQLException {
    Membership member = membership(row);
    Generation generation = new Generation(row.getInt("generation"));
    return Optional.ofNullable(row.getString("hash"))
        .map(hash -> new Credentials(member, new PasswordHash(hash), generation));
  }

  static SessionsSince sessionsSince(ResultSet row) throws SQLException {
    return new SessionsSince(
        new Generation(row.getInt("generation")),
        Optional.ofNullable(row.getObject("kept_session", UUID.class)).map(FamilyId::new));
  }

  static Membership membership(ResultSet row) throws SQLException {
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

  static String[] texts(Set<Role> roles) {
    return roles.stream().map(Role::text).sorted().toArray(String[]::new);
  }
}
