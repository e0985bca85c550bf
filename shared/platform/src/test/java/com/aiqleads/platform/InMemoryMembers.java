package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

public final class InMemoryMembers implements Members {

  private final List<Membership> memberships = new ArrayList<>();
  private final Map<UserId, User> people = new HashMap<>();
  private final Map<UserId, PasswordHash> passwords = new HashMap<>();
  private final Map<UserId, SessionsSince> sessions = new HashMap<>();

  @Override
  public synchronized boolean add(Membership membership, PasswordHash password) {
    boolean isNew = add(membership);
    if (isNew) {
      passwords.put(membership.user().id(), password);
    }
    return isNew;
  }

  @Override
  public synchronized boolean add(Membership membership) {
    String address = membership.user().email().address();
    boolean isNew =
        people.values().stream()
            .noneMatch(user -> user.email().address().equalsIgnoreCase(address));
    if (isNew) {
      people.put(membership.user().id(), membership.user());
      memberships.add(membership);
    }
    return isNew;
  }

  @Override
  public synchronized Optional<Credentials> withEmail(Email email) {
    return withAddress(email).flatMap(this::credentials);
  }

  @Override
  public synchronized Optional<Membership> withAddress(Email email) {
    return first(member -> member.user().email().address().equalsIgnoreCase(email.address()));
  }

  @Override
  public synchronized Optional<Membership> find(TeamId team, UserId user) {
    return first(is(team, user));
  }

  @Override
  public synchronized Optional<Credentials> credentials(TeamId team, UserId user) {
    return first(is(team, user)).flatMap(this::credentials);
  }

  @Override
  public synchronized Optional<Membership> of(UserId user) {
    return first(member -> member.user().id().equals(user));
  }

  @Override
  public synchronized List<Membership> inTeam(TeamId team) {
    return memberships.stream().filter(member -> member.team().id().equals(team)).toList();
  }

  @Override
  public List<Membership> lockTeam(TeamId team) {
    return inTeam(team);
  }

  @Override
  public synchronized List<Team> teamsOf(UserId user) {
    return memberships.stream()
        .filter(member -> member.user().id().equals(user))
        .map(Membership::team)
        .toList();
  }

  @Override
  public synchronized void join(TeamId team, UserId user, Set<Role> roles) {
    if (find(team, user).isEmpty()) {
      Team joined = inTeam(team).getFirst().team();
      found(joined, user, roles);
    }
  }

  @Override
  public synchronized void found(Team team, UserId user, Set<Role> roles) {
    Optional.ofNullable(people.get(user))
        .ifPresent(known -> memberships.add(new Membership(known, team, roles)));
  }

  @Override
  public synchronized void setRoles(TeamId team, UserId user, Set<Role> roles) {
    change(is(team, user), member -> new Membership(member.user(), member.team(), roles));
  }

  @Override
  public synchronized List<Team> remove(TeamId team, UserId user) {
    memberships.removeIf(is(team, user));
    return teamsOf(user);
  }

  @Override
  public synchronized void confirmEmail(UserId user, Instant at) {
    change(
        member ->
            member.user().id().equals(user) && member.user().confirmation() instanceof Unconfirmed,
        member -> confirmed(member, at));
    of(user).ifPresent(member -> people.put(user, member.user()));
  }

  @Override
  public synchronized SessionsSince sessionsSince(UserId user) {
    return sessions.getOrDefault(user, SessionsSince.EVER);
  }

  @Override
  public SessionsSince lockSessions(UserId user) {
    return sessionsSince(user);
  }

  @Override
  public synchronized void endSessions(UserId user, Optional<FamilyId> kept) {
    sessions.put(user, new SessionsSince(sessionsSince(user).generation().next(), kept));
  }

  @Override
  public synchronized void setPassword(
      UserId user, PasswordHash password, Optional<FamilyId> kept) {
    passwords.put(user, password);
    endSessions(user, kept);
  }

  private static Membership confirmed(Membership member, Instant at) {
    User user = member.user();
    return new Membership(
        new User(user.id(), user.email(), user.name(), new Confirmed(at)),
        member.team(),
        member.roles());
  }

  private Optional<Credentials> credentials(Membership member) {
    return Optional.ofNullable(passwords.get(member.user().id()))
        .map(password -> new Credentials(member, password, generation(member.user().id())));
  }

  private Generation generation(UserId user) {
    return sessionsSince(user).generation();
  }

  private Optional<Membership> first(Predicate<Membership> wanted) {
    return memberships.stream().filter(wanted).findFirst();
  }

  private void change(Predicate<Membership> wanted, UnaryOperator<Membership> change) {
    memberships.replaceAll(member -> wanted.test(member) ? change.apply(member) : member);
  }

  private static Predicate<Membership> is(TeamId team, UserId user) {
    return member -> member.team().id().equals(team) && member.user().id().equals(user);
  }
}
