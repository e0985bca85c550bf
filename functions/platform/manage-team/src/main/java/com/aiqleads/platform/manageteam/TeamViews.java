package com.aiqleads.platform.manageteam;

import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is told about the people of a team.
final class TeamViews {

  private TeamViews() {}

  @Serdeable
  record MemberView(
      String id, String name, String email, boolean emailConfirmed, List<String> roles) {

    static MemberView of(Membership member) {
      return new MemberView(
          member.user().id().text(),
          member.user().name().value(),
          member.user().email().address(),
          member.user().confirmation() instanceof Confirmed,
          texts(member.roles()));
    }

    @Override
    public String toString() {
      return "MemberView[" + id + "]";
    }
  }

  @Serdeable
  record MembersView(List<MemberView> members) {}

  @Serdeable
  record InvitationView(String id, String email, List<String> roles, Instant expiresAt) {

    static InvitationView of(Invitation invitation) {
      return new InvitationView(
          invitation.id().text(),
          invitation.email().address(),
          texts(invitation.roles()),
          invitation.expiresAt());
    }

    @Override
    public String toString() {
      return "InvitationView[" + id + "]";
    }
  }

  @Serdeable
  record InvitationsView(List<InvitationView> invitations) {}

  @Serdeable
  record JoinedView(String team) {}

  private static List<String> texts(Set<Role> roles) {
    return roles.stream().map(Role::text).sorted().toList();
  }
}
