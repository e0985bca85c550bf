package com.aiqleads.platform;

import com.aiqleads.platform.SecondFactor.Enrolled;
import java.util.Optional;
import java.util.Set;

/// Admins have a second factor, and show it. Until they do, a session lets them see and change
/// their own account and nothing else: its tokens have no role and no scope.
public final class SecondFactorRule {

  private SecondFactorRule() {}

  public static boolean isForced(Set<Role> roles) {
    return roles.contains(Role.ADMIN);
  }

  /// The roles that a key of the person may use: programs show no code.
  public static Set<Role> usable(Set<Role> roles, SecondFactor factor) {
    return factor instanceof Enrolled || !isForced(roles) ? roles : Set.of();
  }

  /// The roles that a session may use. That the person has a factor is not enough: whoever signed
  /// in before there was one knew a password and nothing else.
  public static Set<Role> usable(
      Set<Role> roles, SecondFactor factor, SessionStart start, FamilyId session) {
    return isShown(factor, start, session) || !isForced(roles) ? roles : Set.of();
  }

  /// Whether the factor was shown in this session: when it was opened, or by enrolling.
  public static boolean isShown(SecondFactor factor, SessionStart start, FamilyId session) {
    return factor instanceof Enrolled enrolled
        && (start.codeShown() || enrolled.session().equals(Optional.of(session)));
  }
}
