package com.aiqleads.platform.manageteam;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.TeamRules;
import com.aiqleads.platform.User;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Gives members other roles and lets them go. Their sessions notice when they are renewed.
@Singleton
final class ChangeMembers {

  enum Outcome {
    CHANGED,
    UNKNOWN,
    ADMINS_ONLY,
    LAST_MANAGER
  }

  private final Members members;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final InstantSource clock;

  ChangeMembers(Members members, AuditTrail trail, AllOrNothing together, InstantSource clock) {
    this.members = members;
    this.trail = trail;
    this.together = together;
    this.clock = clock;
  }

  List<Membership> list(TeamId team) {
    return members.inTeam(team);
  }

  Outcome setRoles(SessionOwner who, Set<Scope> scopes, UserId member, Set<Role> roles) {
    return change(
        who,
        scopes,
        member,
        roles,
        _ -> {
          members.setRoles(who.team(), member, roles);
          write(who, Act.ROLES_CHANGED, member);
        });
  }

  Outcome remove(SessionOwner who, Set<Scope> scopes, UserId member) {
    return change(
        who,
        scopes,
        member,
        Set.of(),
        gone -> {
          write(who, Act.MEMBER_REMOVED, member);
          if (members.remove(who.team(), member).isEmpty()) {
            found(gone.user());
          }
        });
  }

  /// Nobody is left without a team: there would be nothing to sign in to.
  private void found(User alone) {
    Team own = new Team(new TeamId(Ids.next(clock)), alone.name());
    members.found(own, alone.id(), TeamRules.OF_A_FOUNDER);
    write(new SessionOwner(alone.id(), own.id()), Act.TEAM_FOUNDED, alone.id());
  }

  /// The members are read under a lock: two managers who remove each other leave one.
  private Outcome change(
      SessionOwner who, Set<Scope> scopes, UserId member, Set<Role> to, Consumer<Membership> act) {
    return together.run(
        () -> {
          List<Membership> team = members.lockTeam(who.team());
          Outcome outcome = decide(team, scopes, member, to);
          if (outcome == Outcome.CHANGED) {
            in(team, member).ifPresent(act);
          }
          return outcome;
        });
  }

  private static Outcome decide(
      List<Membership> team, Set<Scope> scopes, UserId member, Set<Role> to) {
    Optional<Membership> found = in(team, member);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (!TeamRules.mayChange(scopes, found.orElseThrow().roles(), to)) {
      return Outcome.ADMINS_ONLY;
    }
    return TeamRules.leavesAManager(team, member, to) ? Outcome.CHANGED : Outcome.LAST_MANAGER;
  }

  private static Optional<Membership> in(List<Membership> team, UserId member) {
    return team.stream().filter(one -> one.user().id().equals(member)).findFirst();
  }

  private void write(SessionOwner who, Act act, UserId member) {
    trail.add(AuditEntry.of(who, act, member.text(), clock.instant()));
  }
}
