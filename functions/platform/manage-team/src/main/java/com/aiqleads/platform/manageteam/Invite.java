package com.aiqleads.platform.manageteam;

import com.aiqleads.events.platform.MemberInvited;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.LetterLimits;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.TeamRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Invites people into a team, and lets in who accepts. The letter is written after an event.
@Singleton
final class Invite {

  sealed interface Outcome {}

  record Invited(Invitation invitation) implements Outcome {}

  /// The caller's token is older than the end of the caller's rights.
  record ManagesNoMore() implements Outcome {}

  record AdminsOnly() implements Outcome {}

  record TooMany() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  /// Whoever invites has a confirmed mail address: it is our name that stands over the letter.
  record UnconfirmedInviter() implements Outcome {}

  enum Withdrawal {
    WITHDRAWN,
    UNKNOWN,
    NO_MANAGER
  }

  private final Invitations invitations;
  private final Members members;
  private final LetterLimits limits;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final Announcing announcing;
  private final InstantSource clock;

  Invite(
      Invitations invitations,
      Members members,
      LetterLimits limits,
      AuditTrail trail,
      AllOrNothing together,
      Announcing announcing,
      InstantSource clock) {
    this.invitations = invitations;
    this.members = members;
    this.limits = limits;
    this.trail = trail;
    this.together = together;
    this.announcing = announcing;
    this.clock = clock;
  }

  List<Invitation> list(TeamId team) {
    return invitations.of(team, clock.instant());
  }

  Outcome invite(SessionOwner who, Set<Scope> scopes, Email email, Set<Role> roles) {
    if (!isConfirmed(who)) {
      return new UnconfirmedInviter();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Invitation invitation =
        new Invitation(
            new InvitationId(Ids.next(clock)),
            who.team(),
            email,
            roles,
            who.user(),
            now.plus(Invitation.LIFETIME));
    return announcing.run(
        publisher -> {
          Set<Scope> rights = rights(who, scopes);
          if (!rights.contains(Scope.PLATFORM_WRITE)) {
            return new ManagesNoMore();
          }
          return TeamRules.mayChange(rights, Set.of(), roles)
              ? admit(who, invitation, now, publisher)
              : new AdminsOnly();
        });
  }

  /// Counted for whoever may invite: nobody else uses up the letters of a team.
  private Outcome admit(SessionOwner who, Invitation invitation, Instant now, Publisher publisher) {
    return limits
        .admitInvitation(invitation.team(), invitation.email(), now)
        .<Outcome>map(TooOften::new)
        .orElseGet(() -> add(who, invitation, now, publisher));
  }

  /// Those of now: until the transaction ends nobody takes them away.
  private Set<Scope> rights(SessionOwner who, Set<Scope> scopes) {
    return TeamRules.rights(members.lockTeam(who.team()), who.user(), scopes);
  }

  private boolean isConfirmed(SessionOwner who) {
    return members
        .find(who.team(), who.user())
        .filter(member -> member.user().confirmation() instanceof Confirmed)
        .isPresent();
  }

  private Outcome add(SessionOwner who, Invitation invitation, Instant now, Publisher publisher) {
    if (!invitations.add(invitation, now)) {
      return new TooMany();
    }
    trail.add(AuditEntry.of(who, Act.MEMBER_INVITED, invitation.id().text(), now));
    publisher.publish(new MemberInvited(invitation.id().text(), invitation.team(), now));
    return new Invited(invitation);
  }

  Withdrawal withdraw(SessionOwner who, Set<Scope> scopes, InvitationId invitation) {
    return together.run(
        () ->
            rights(who, scopes).contains(Scope.PLATFORM_WRITE)
                ? withdraw(who, invitation)
                : Withdrawal.NO_MANAGER);
  }

  private Withdrawal withdraw(SessionOwner who, InvitationId invitation) {
    Instant now = clock.instant();
    if (!invitations.withdraw(who.team(), invitation, now)) {
      return Withdrawal.UNKNOWN;
    }
    trail.add(AuditEntry.of(who, Act.INVITATION_WITHDRAWN, invitation.text(), now));
    return Withdrawal.WITHDRAWN;
  }

  /// The team joined; empty if the secret is no good for this person.
  Optional<TeamId> accept(SessionOwner who, RandomSecret secret) {
    return members.find(who.team(), who.user()).flatMap(person -> accept(person, secret));
  }

  private Optional<TeamId> accept(Membership person, RandomSecret secret) {
    Instant now = clock.instant();
    return together.run(
        () -> {
          Optional<Invitation> accepted = invitations.accept(secret, person.user().email(), now);
          accepted.ifPresent(invitation -> join(person, invitation, now));
          return accepted.map(Invitation::team);
        });
  }

  private void join(Membership person, Invitation invitation, Instant now) {
    members.join(invitation.team(), person.user().id(), invitation.roles());
    // Having read that mail, the person has shown whose address it is.
    members.confirmEmail(person.user().id(), now);
    trail.add(
        AuditEntry.of(
            invitation.team(), person.user().id(), Act.MEMBER_JOINED, invitation.id().text(), now));
  }
}
