package com.aiqleads.authorization;

import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom a route may meet, and with which scopes.
final class Roles {

  private Roles() {}

  /// Each role, and somebody who is signed in with none.
  static Map<String, Set<Scope>> all() {
    Map<String, Set<Scope>> all = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      all.put(role.text(), role.scopes());
    }
    all.put("nobody in particular", Set.of());
    return all;
  }

  static String allScopes() {
    return texts(Arrays.asList(Scope.values()));
  }

  static String texts(Collection<Scope> scopes) {
    return scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
  }
}
