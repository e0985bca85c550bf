package com.aiqleads.platform.manageaccount;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.OpenSession;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionsSince;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Where a person is signed in. A session that is ended here can no longer be renewed: what its
/// access token allows ends with the token, after fifteen minutes at most.
@Singleton
final class MySessions {

  private final RefreshFamilies families;
  private final Members members;
  private final AuditTrail trail;
  private final InstantSource clock;

  MySessions(RefreshFamilies families, Members members, AuditTrail trail, InstantSource clock) {
    this.families = families;
    this.members = members;
    this.trail = trail;
    this.clock = clock;
  }

  List<OpenSession> list(UserId user) {
    SessionsSince since = members.sessionsSince(user);
    return families.of(user, since, clock.instant());
  }

  /// Whether a session could still be renewed: its access token outlives it by minutes.
  boolean isOpen(UserId user, FamilyId session) {
    SessionsSince since = members.sessionsSince(user);
    return families
        .find(user, session, clock.instant())
        .filter(start -> since.allows(session, start.generation()))
        .isPresent();
  }

  /// Written down first: no session may end without a word. False if this person has no such
  /// session.
  boolean end(SessionOwner who, FamilyId session) {
    Instant now = clock.instant();
    boolean found = families.find(who.user(), session, now).isPresent();
    if (found) {
      trail.add(AuditEntry.of(who, Act.SESSION_ENDED, session.text(), now));
      families.revoke(session);
    }
    return found;
  }
}
