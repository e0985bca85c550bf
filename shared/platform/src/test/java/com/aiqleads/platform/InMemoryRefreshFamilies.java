package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Replayed;
import com.aiqleads.platform.Rotation.Rotated;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryRefreshFamilies implements RefreshFamilies {

  private record Family(
      RefreshToken last, String previous, SessionStart start, Instant renewedAt, boolean revoked) {

    boolean isLast(RefreshToken presented) {
      return last.fingerprint().equals(presented.fingerprint());
    }

    boolean isOver(Instant now) {
      return revoked || !now.isBefore(start.endsAt());
    }
  }

  private final Map<FamilyId, Family> families = new HashMap<>();

  @Override
  public synchronized void start(RefreshToken first, SessionStart start) {
    families.put(first.family(), new Family(first, "", start, start.at(), false));
  }

  @Override
  public synchronized Optional<SessionStart> find(RefreshToken presented, Instant now) {
    return Optional.ofNullable(families.get(presented.family()))
        .filter(family -> !family.isOver(now) && family.isLast(presented))
        .map(Family::start);
  }

  @Override
  public synchronized Optional<SessionStart> find(UserId user, FamilyId id, Instant now) {
    return Optional.ofNullable(families.get(id))
        .filter(family -> !family.isOver(now))
        .map(Family::start)
        .filter(start -> start.owner().user().equals(user));
  }

  @Override
  public synchronized Rotation rotate(RefreshToken presented, RefreshToken next, Instant now) {
    Family family = families.get(presented.family());
    if (family == null) {
      return new Refused(Reason.UNKNOWN);
    }
    SessionStart start = family.start();
    if (family.isOver(now)) {
      return new Refused(family.revoked() ? Reason.REVOKED : Reason.EXPIRED);
    }
    if (family.isLast(presented)) {
      families.put(
          presented.family(), new Family(next, presented.fingerprint(), start, now, false));
      return new Rotated(start);
    }
    if (family.previous().equals(presented.fingerprint())
        && now.isBefore(family.renewedAt().plus(GRACE))) {
      return new Refused(Reason.LATE);
    }
    if (!family.last().lineage().equals(presented.lineage())) {
      return new Refused(Reason.UNKNOWN);
    }
    return new Replayed(start.owner());
  }

  @Override
  public synchronized void revoke(FamilyId id) {
    families.computeIfPresent(
        id,
        (_, family) ->
            new Family(family.last(), family.previous(), family.start(), family.renewedAt(), true));
  }

  @Override
  public synchronized Optional<SessionOwner> owner(RefreshToken presented, Instant now) {
    return Optional.ofNullable(families.get(presented.family()))
        .filter(family -> !family.isOver(now))
        .filter(
            family ->
                List.of(family.last().fingerprint(), family.previous())
                    .contains(presented.fingerprint()))
        .map(family -> family.start().owner());
  }

  @Override
  public synchronized List<OpenSession> of(UserId user, SessionsSince since, Instant now) {
    return families.entrySet().stream()
        .filter(entry -> entry.getValue().start().owner().user().equals(user))
        .filter(entry -> !entry.getValue().isOver(now))
        .map(entry -> open(entry.getKey(), entry.getValue()))
        .filter(session -> since.allows(session.id(), session.start().generation()))
        .sorted(Comparator.comparing((OpenSession one) -> one.start().at()).reversed())
        .limit(MAX_LISTED)
        .toList();
  }

  private static OpenSession open(FamilyId id, Family family) {
    return new OpenSession(id, family.start(), family.renewedAt());
  }
}
