package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Rotated;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of refresh families must hold.
public abstract class RefreshFamiliesContract {

  private static final Instant END = NOON.plus(RefreshFamilies.LIFETIME);

  private final Membership buyer = aBuyer();
  private final RefreshToken first = RefreshToken.random(aFamily());

  protected abstract RefreshFamilies families();

  @Test
  void exchangesTheLastTokenForTheNext() {
    start();
    RefreshToken second = next();
    RefreshToken third = next();

    assertThat(rotate(first, second, NOON)).isEqualTo(rotated());
    assertThat(rotate(second, third, NOON)).isEqualTo(rotated());
  }

  @Test
  void revokesTheFamilyOfAReplayedToken() {
    start();
    RefreshToken second = next();
    rotate(first, second, NOON);

    Rotation replay = rotate(first, next(), NOON);

    assertThat(replay).isEqualTo(new Refused(Reason.REPLAYED));
    assertThat(rotate(second, next(), NOON)).isEqualTo(new Refused(Reason.REVOKED));
  }

  @Test
  void endsThirtyDaysAfterTheSignIn() {
    start();
    RefreshToken second = next();

    assertThat(rotate(first, second, END.minusSeconds(1))).isEqualTo(rotated());
    assertThat(rotate(second, next(), END)).isEqualTo(new Refused(Reason.EXPIRED));
    assertThat(rotate(second, next(), END.plusSeconds(1))).isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  void knowsNoOtherFamily() {
    start();

    assertThat(rotate(RefreshToken.random(aFamily()), next(), NOON))
        .isEqualTo(new Refused(Reason.UNKNOWN));
  }

  @Test
  void doesNotRotateAfterSignOut() {
    start();

    families().revoke(first.family());

    assertThat(rotate(first, next(), NOON)).isEqualTo(new Refused(Reason.REVOKED));
  }

  @Test
  void signsOutTwiceAndUnknownFamiliesInPeace() {
    start();

    families().revoke(first.family());
    families().revoke(first.family());
    RefreshToken stranger = RefreshToken.random(aFamily());
    families().revoke(stranger.family());

    assertThat(rotate(stranger, next(), NOON)).isEqualTo(new Refused(Reason.UNKNOWN));
  }

  private void start() {
    families().start(first, buyer.user().id(), buyer.team().id(), END);
  }

  private RefreshToken next() {
    return RefreshToken.random(first.family());
  }

  private Rotation rotate(RefreshToken presented, RefreshToken next, Instant now) {
    return families().rotate(presented, next, now);
  }

  private Rotation rotated() {
    return new Rotated(buyer.user().id(), buyer.team().id());
  }
}
