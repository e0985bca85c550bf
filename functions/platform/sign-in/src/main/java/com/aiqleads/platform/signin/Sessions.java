package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Rotation;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Rotated;
import com.aiqleads.platform.TokenSigner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens, renews and ends sessions. A renewed session has the roles of now, not of the sign-in.
@Singleton
final class Sessions {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private final RefreshFamilies families;
  private final Members members;
  private final TokenSigner signer;
  private final InstantSource clock;

  Sessions(RefreshFamilies families, Members members, TokenSigner signer, InstantSource clock) {
    this.families = families;
    this.members = members;
    this.signer = signer;
    this.clock = clock;
  }

  Session open(Membership member) {
    Instant now = clock.instant();
    AccessToken access = signer.sign(AccessClaims.of(member, now));
    RefreshToken first = RefreshToken.random(new FamilyId(Ids.next(clock)));
    families.start(
        first, member.user().id(), member.team().id(), now.plus(RefreshFamilies.LIFETIME));
    LOG.atInfo()
        .addKeyValue("user", member.user().id())
        .addKeyValue("family", first.family())
        .log("signed in");
    return new Session(access, first);
  }

  /// Empty if the token is no good, for whatever reason: its holder has to sign in again.
  Optional<Session> renew(RefreshToken presented) {
    RefreshToken next = RefreshToken.random(presented.family());
    Rotation rotation = families.rotate(presented, next, clock.instant());
    return switch (rotation) {
      case Rotated rotated -> renew(rotated, next);
      case Refused refused -> refuse(presented, refused);
    };
  }

  private Optional<Session> renew(Rotated rotated, RefreshToken next) {
    Optional<Membership> member = members.find(rotated.team(), rotated.user());
    if (member.isEmpty()) {
      families.revoke(next.family());
    }
    return member.map(
        found -> new Session(signer.sign(AccessClaims.of(found, clock.instant())), next));
  }

  private static Optional<Session> refuse(RefreshToken presented, Refused refused) {
    LOG.atWarn()
        .addKeyValue("reason", refused.reason())
        .addKeyValue("family", presented.family())
        .log("refresh refused");
    return Optional.empty();
  }

  void end(RefreshToken token) {
    families.revoke(token.family());
  }
}
