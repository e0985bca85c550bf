package com.aiqleads.platform.signin;

import com.aiqleads.platform.EmailConfirmation;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Team;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;

@Serdeable
record MeView(
    String id,
    String email,
    boolean emailConfirmed,
    String name,
    TeamView team,
    List<TeamView> teams,
    List<String> roles,
    List<String> scopes) {

  @Serdeable
  record TeamView(String id, String name) {

    static TeamView of(Team team) {
      return new TeamView(team.id().text(), team.name().value());
    }
  }

  /// What a caller is told.
  ///
  /// @param teams all that the person is in
  /// @param scopes of the session, which may be fewer than those of the roles
  static MeView of(Membership member, List<Team> teams, Set<String> scopes) {
    return new MeView(
        member.user().id().text(),
        member.user().email().address(),
        isConfirmed(member.user().confirmation()),
        member.user().name().value(),
        TeamView.of(member.team()),
        teams.stream().map(TeamView::of).toList(),
        member.roles().stream().map(Role::text).sorted().toList(),
        scopes.stream().sorted().toList());
  }

  private static boolean isConfirmed(EmailConfirmation confirmation) {
    return switch (confirmation) {
      case Confirmed _ -> true;
      case Unconfirmed _ -> false;
    };
  }

  @Override
  public String toString() {
    return "MeView[" + id + "]";
  }
}
