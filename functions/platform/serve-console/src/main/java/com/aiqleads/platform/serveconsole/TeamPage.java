package com.aiqleads.platform.serveconsole;

import java.util.List;

/// The people of the viewer's team.
public record TeamPage(
    String name,
    boolean manages,
    List<String> roles,
    List<Member> members,
    List<Invitation> invitations,
    List<OtherTeam> others,
    List<String> refusals) {

  public record Member(String id, String name, String email, List<String> roles, boolean self) {

    public Member {
      roles = List.copyOf(roles);
    }

    public String rolesText() {
      return String.join(", ", roles);
    }
  }

  public record Invitation(String id, String email, String roles, String expiresAt) {}

  /// A team that the viewer is in, too.
  public record OtherTeam(String id, String name) {}

  public TeamPage {
    roles = List.copyOf(roles);
    members = List.copyOf(members);
    invitations = List.copyOf(invitations);
    others = List.copyOf(others);
    refusals = List.copyOf(refusals);
  }
}
