package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Asks whoever reads the mail of an address into a team.
public record Invitation(
    InvitationId id, TeamId team, Email email, Set<Role> roles, UserId inviter, Instant expiresAt) {

  public static final Duration LIFETIME = Duration.ofDays(7);

  public static final int MOST_OF_A_TEAM = 50;

  public Invitation {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an invitation offers a role");
    }
    roles = Set.copyOf(roles);
  }
}
