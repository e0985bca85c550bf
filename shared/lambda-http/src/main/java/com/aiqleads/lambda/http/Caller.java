package com.aiqleads.lambda.http;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.Set;

/// Who calls, as the verified token says. An argument of a controller's method; on public routes an
/// `Optional` of it.
public record Caller(UserId user, TeamId team, Set<String> roles, Set<String> scopes) {

  public Caller {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  public boolean may(String scope) {
    return scopes.contains(scope);
  }
}
