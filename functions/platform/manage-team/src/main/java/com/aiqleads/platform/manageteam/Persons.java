package com.aiqleads.platform.manageteam;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import java.util.Set;
import java.util.stream.Collectors;

/// The callers of this function: people, as who is in a team is no business of programs.
final class Persons {

  private Persons() {}

  static SessionOwner of(Caller caller) {
    String _ = caller.sessionWithRights();
    return new SessionOwner(caller.user(), caller.team());
  }

  static Set<Scope> scopes(Caller caller) {
    return caller.scopes().stream()
        .flatMap(text -> Scope.of(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The token says so still, the team does not.
  static Forbidden noManager() {
    return new Forbidden("no-manager", "You do not manage this team any more.");
  }

  static Forbidden adminsOnly() {
    return new Forbidden("admins-only", "Only admins decide who is admin or support.");
  }
}
