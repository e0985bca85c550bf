package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Who may decide what about the people of a team.
public final class TeamRules {

  /// Roles that reach beyond a team's own business.
  private static final Set<Role> GIVEN_BY_ADMINS = Set.of(Role.ADMIN, Role.SUPPORT);

  /// What people are in a team that was founded for them: they buy for it, and manage it.
  public static final Set<Role> OF_A_FOUNDER = Set.of(Role.BUYER);

  private TeamRules() {}

  /// What somebody may do in the team now, of what a token allows that may be minutes older:
  /// nothing for whoever is not in it any more.
  public static Set<Scope> rights(List<Membership> team, UserId person, Set<Scope> token) {
    Set<Scope> now = EnumSet.noneOf(Scope.class);
    team.stream()
        .filter(member -> member.user().id().equals(person))
        .forEach(member -> now.addAll(member.scopes()));
    now.retainAll(token);
    return now;
  }

  /// Whether somebody with these roles may ask others in as this.
  public static boolean mayInvite(Set<Role> inviter, Set<Role> offered) {
    return manages(inviter) && mayChange(Role.scopesOf(inviter), Set.of(), offered);
  }

  /// Nobody makes an admin, or takes the role from one, but an admin.
  public static boolean mayChange(Set<Scope> scopes, Set<Role> from, Set<Role> to) {
    Set<Role> touched = EnumSet.noneOf(Role.class);
    touched.addAll(from);
    touched.addAll(to);
    touched.retainAll(GIVEN_BY_ADMINS);
    return touched.isEmpty() || scopes.contains(Scope.PLATFORM_ADMIN);
  }

  /// Whether somebody is left who can manage the team, once this member has these roles.
  public static boolean leavesAManager(List<Membership> members, UserId changed, Set<Role> to) {
    return manages(to)
        || members.stream()
            .filter(member -> !member.user().id().equals(changed))
            .anyMatch(member -> manages(member.roles()));
  }

  private static boolean manages(Set<Role> roles) {
    return Role.scopesOf(roles).contains(Scope.PLATFORM_WRITE);
  }
}
