package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// People in their teams.
public interface Members {

  /// False, and nothing changed, if the mail address already belongs to somebody.
  boolean add(Membership membership, PasswordHash password);

  /// Somebody who signs in by a provider and has no password. False, and nothing changed, if the
  /// mail address already belongs to somebody.
  boolean add(Membership membership);

  /// Asked before there is a team. The case of letters in the address does not matter. Empty for
  /// whoever has no password.
  Optional<Credentials> withEmail(Email email);

  /// The same, whether there is a password or not.
  Optional<Membership> withAddress(Email email);

  Optional<Membership> find(TeamId team, UserId user);

  /// Empty, too, for whoever has no password.
  Optional<Credentials> credentials(TeamId team, UserId user);

  /// Who joined first comes first.
  List<Membership> inTeam(TeamId team);

  /// The same; until the transaction ends nobody else changes who is in the team.
  List<Membership> lockTeam(TeamId team);

  /// The teams of a person, the one joined first comes first.
  List<Team> teamsOf(UserId user);

  /// Whoever is in the team already stays as it is.
  void join(TeamId team, UserId user, Set<Role> roles);

  void setRoles(TeamId team, UserId user, Set<Role> roles);

  /// Says which teams are left to the person; until the transaction ends nobody takes one of them
  /// away.
  List<Team> remove(TeamId team, UserId user);

  /// A new team of somebody who is known, alone at first.
  void found(Team team, UserId user, Set<Role> roles);

  /// Asked with what a letter carried, which knows no team. Of several teams the first joined.
  Optional<Membership> of(UserId user);

  /// Once confirmed, an address stays so since then.
  void confirmEmail(UserId user, Instant at);

  /// Which sessions of the person may go on.
  SessionsSince sessionsSince(UserId user);

  /// The same; until the transaction ends nobody else changes it.
  SessionsSince lockSessions(UserId user);

  /// Begins a new generation: the sessions before end, perhaps but one.
  void endSessions(UserId user, Optional<FamilyId> kept);

  /// A new password, and the end of the sessions that the old one opened.
  void setPassword(UserId user, PasswordHash password, Optional<FamilyId> kept);

  /// What somebody shows who signs in is compared with.
  ///
  /// @param generation of the sessions that this password opens
  record Credentials(Membership membership, PasswordHash password, Generation generation) {}
}
