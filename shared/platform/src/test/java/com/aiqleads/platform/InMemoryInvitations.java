package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryInvitations implements Invitations {

  private final Map<InvitationId, Invitation> open = new LinkedHashMap<>();
  private final Map<InvitationId, String> digests = new HashMap<>();

  @Override
  public synchronized boolean add(Invitation invitation, Instant now) {
    boolean fits = of(invitation.team(), now).size() < Invitation.MOST_OF_A_TEAM;
    if (fits) {
      open.put(invitation.id(), invitation);
    }
    return fits;
  }

  @Override
  public synchronized List<Invitation> of(TeamId team, Instant now) {
    return open.values().stream()
        .filter(invitation -> invitation.team().equals(team))
        .filter(invitation -> now.isBefore(invitation.expiresAt()))
        .toList();
  }

  @Override
  public Optional<Invitation> find(TeamId team, InvitationId id, Instant now) {
    return of(team, now).stream().filter(invitation -> invitation.id().equals(id)).findFirst();
  }

  @Override
  public synchronized void seal(TeamId team, InvitationId id, RandomSecret secret) {
    find(team, id, Instant.MIN).ifPresent(found -> digests.put(found.id(), secret.fingerprint()));
  }

  @Override
  public synchronized Optional<Invitation> accept(RandomSecret secret, Email email, Instant now) {
    Optional<Invitation> accepted =
        open.values().stream()
            .filter(invitation -> now.isBefore(invitation.expiresAt()))
            .filter(invitation -> isFor(invitation, email))
            .filter(one -> secret.fingerprint().equals(digests.get(one.id())))
            .findFirst();
    accepted.ifPresent(invitation -> open.remove(invitation.id()));
    return accepted;
  }

  private static boolean isFor(Invitation invitation, Email email) {
    return invitation.email().address().equalsIgnoreCase(email.address());
  }

  @Override
  public synchronized boolean withdraw(TeamId team, InvitationId id, Instant now) {
    Optional<Invitation> found = find(team, id, now);
    found.ifPresent(invitation -> open.remove(invitation.id()));
    return found.isPresent();
  }
}
