package com.aiqleads.platform;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// One act of one person. It names people and things by their ids only, so that the trail can stay
/// when a person is forgotten.
///
/// @param subject what the act was done to: a session, a key, a member; may be empty
/// @param key by which a program did it in the person's name; empty for what the person did
public record AuditEntry(
    UUID id,
    Instant at,
    TeamId team,
    UserId person,
    Act act,
    String subject,
    Optional<ApiKeyId> key) {

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static AuditEntry of(TeamId team, UserId person, Act act, String subject, Instant at) {
    return new AuditEntry(Ids.next(() -> at), at, team, person, act, subject, Optional.empty());
  }

  public static AuditEntry of(SessionOwner who, Act act, String subject, Instant at) {
    return of(who.team(), who.user(), act, subject, at);
  }

  /// The same act, done by a program.
  public AuditEntry by(ApiKeyId acting) {
    return new AuditEntry(id, at, team, person, act, subject, Optional.of(acting));
  }
}
