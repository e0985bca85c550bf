package com.aiqleads.lambda.http;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.Optional;
import java.util.Set;

/// Who calls, as the verified token says. An argument of a controller's method; on public routes an
/// `Optional` of it.
///
/// @param session by which a person is signed in; programs have none
public record Caller(
    UserId user, TeamId team, Set<String> roles, Set<String> scopes, Optional<String> session) {

  public Caller {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  public boolean may(String scope) {
    return scopes.contains(scope);
  }

  /// For what only people do: a program with a key must not be able to change who may sign in.
  public String sessionOfPerson() {
    return session.orElseThrow(
        () -> new Forbidden("needs-session", "Only a person who signed in may do this."));
  }

  /// For what needs no scope and is more than the own account: an admin without a second factor has
  /// a session without scopes.
  public String sessionWithRights() {
    if (scopes.isEmpty()) {
      throw new Forbidden("needs-second-factor", "Set a second factor up first.");
    }
    return sessionOfPerson();
  }
}
