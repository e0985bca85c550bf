package com.aiqleads.platform;

import java.util.EnumSet;
import java.util.Set;

/// A person in a team, with what the person does there.
public record Membership(User user, Team team, Set<Role> roles) {

  public Membership {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a member has at least one role");
    }
    roles = Set.copyOf(roles);
  }

  public Set<Scope> scopes() {
    return Role.scopesOf(EnumSet.copyOf(roles));
  }

  public SessionOwner owner() {
    return new SessionOwner(user.id(), team.id());
  }
}
