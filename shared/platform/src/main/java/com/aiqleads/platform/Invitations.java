package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Invitations that are open: neither accepted nor withdrawn nor over.
public interface Invitations {

  /// False, and nothing changed, if the team has as many as it may have.
  boolean add(Invitation invitation, Instant now);

  List<Invitation> of(TeamId team, Instant now);

  Optional<Invitation> find(TeamId team, InvitationId invitation, Instant now);

  /// Gives it the secret that its letter carries; one that it had before is good no more.
  void seal(TeamId team, InvitationId invitation, RandomSecret secret);

  /// Uses it up, for whoever has the secret and this mail address. The only question without a
  /// team: the secret says which team it is.
  Optional<Invitation> accept(RandomSecret secret, Email email, Instant now);

  /// False if there is no such invitation.
  boolean withdraw(TeamId team, InvitationId invitation, Instant now);
}
