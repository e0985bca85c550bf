package com.aiqleads.platform;

import java.util.Set;

/// Admins have a second factor. Until they do, a session lets them see and change their own account
/// and nothing else: its tokens have no role and no scope.
public final class SecondFactorRule {

  private SecondFactorRule() {}

  public static boolean isForced(Set<Role> roles) {
    return roles.contains(Role.ADMIN);
  }

  /// The roles that a session may use.
  public static Set<Role> usable(Set<Role> roles, SecondFactor factor) {
    return factor instanceof SecondFactor.Enrolled || !isForced(roles) ? roles : Set.of();
  }
}
