package com.aiqleads.platform.manageteam;

import com.aiqleads.events.platform.MemberLeft;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.TeamRules;
import com.aiqleads.platform.User;
import jakarta.inject.Singleton;
import java.time.Instant;
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
    /// The caller's token is older than the end of the caller's rights.
    NO_MANAGER,
    UNKNOWN,
    ADMINS_ONLY,
    LAST_MANAGER
  }

  private final Members members;
  private final ApiKeys keys;
  private final Invitations invitations;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final Announcing announcing;
  private final InstantSource clock;

  ChangeMembers(
      Members members,
      ApiKeys keys,
      Invitations invitations,
      AuditTrail trail,
      AllOrNothing together,
      Announcing announcing,
      InstantSource clock) {
    this.members = members;
    this.keys = keys;
    this.invitations = invitations;
    this.trail = trail;
    this.together = together;
    this.announcing = announcing;
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
          withdraw(who, member, roles);
        });
  }

  Outcome remove(SessionOwner who, Set<Scope> scopes, UserId member) {
    return announcing.run(
        publisher ->
            change(who, scopes, member, Set.of(), gone -> letGo(who, gone.user(), publisher)));
  }

  private void letGo(SessionOwner who, User member, Publisher publisher) {
    write(who, Act.MEMBER_REMOVED, member.id());
    withdraw(who, member.id(), Set.of());
    if (members.remove(who.team(), member.id()).isEmpty()) {
      found(member);
    }
    revokeKeys(who, member.id());
    publisher.publish(new MemberLeft(who.team(), member.id(), clock.instant()));
  }

  /// Nobody is left without a team: there would be nothing to sign in to.
  private void found(User alone) {
    Team own = new Team(new TeamId(Ids.next(clock)), alone.name());
    members.found(own, alone.id(), TeamRules.OF_A_FOUNDER);
    write(new SessionOwner(alone.id(), own.id()), Act.TEAM_FOUNDED, alone.id());
  }

  /// They would wake up if the member ever joined again.
  private void revokeKeys(SessionOwner who, UserId member) {
    Instant now = clock.instant();
    for (ApiKeyId key : keys.revokeAll(who.team(), member, now)) {
      trail.add(AuditEntry.of(who, Act.API_KEY_REVOKED, key.text(), now));
    }
  }

  /// What the member could not send any more, nobody shall come in by.
  private void withdraw(SessionOwner who, UserId member, Set<Role> roles) {
    Instant now = clock.instant();
    for (Invitation sent : invitations.of(who.team(), now)) {
      if (sent.inviter().equals(member) && !TeamRules.mayInvite(roles, sent.roles())) {
        boolean _ = invitations.withdraw(who.team(), sent.id(), now);
        trail.add(AuditEntry.of(who, Act.INVITATION_WITHDRAWN, sent.id().text(), now));
      }
    }
  }

  /// The members are read under a lock: two managers who remove each other leave one. So are the
  /// rights of the caller, whose token may be older than their end.
  private Outcome change(
      SessionOwner who, Set<Scope> scopes, UserId member, Set<Role> to, Consumer<Membership> act) {
    return together.run(
        () -> {
          List<Membership> team = members.lockTeam(who.team());
          Set<Scope> rights = TeamRules.rights(team, who.user(), scopes);
          Outcome outcome = decide(team, rights, member, to);
          if (outcome == Outcome.CHANGED) {
            in(team, member).ifPresent(act);
          }
          return outcome;
        });
  }

  private static Outcome decide(
      List<Membership> team, Set<Scope> rights, UserId member, Set<Role> to) {
    if (!rights.contains(Scope.PLATFORM_WRITE)) {
      return Outcome.NO_MANAGER;
    }
    Optional<Membership> found = in(team, member);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (!TeamRules.mayChange(rights, found.orElseThrow().roles(), to)) {
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
