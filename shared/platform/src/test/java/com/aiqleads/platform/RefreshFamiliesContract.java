package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Replayed;
import com.aiqleads.platform.Rotation.Rotated;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of refresh families must hold.
public abstract class RefreshFamiliesContract {

  private static final Duration GRACE = RefreshFamilies.GRACE;
  private static final Device LAPTOP = new Device("a laptop");
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

    Rotation replay = rotate(first, next(), NOON.plus(GRACE));

    assertThat(replay).isEqualTo(replayed());
    assertThat(rotate(second, next(), NOON.plus(GRACE))).isEqualTo(new Refused(Reason.REVOKED));
  }

  @Test
  void refusesTheTokenBeforeForTenSecondsWithoutEndingTheFamily() {
    start();
    RefreshToken second = next();
    rotate(first, second, NOON);

    assertThat(rotate(first, next(), NOON)).isEqualTo(new Refused(Reason.LATE));
    assertThat(rotate(first, next(), NOON.plus(GRACE).minusMillis(1)))
        .isEqualTo(new Refused(Reason.LATE));
    assertThat(rotate(second, next(), NOON.plus(GRACE))).isEqualTo(rotated());
  }

  @Test
  void forgivesNoTokenButTheOneBefore() {
    start();
    RefreshToken second = next();
    rotate(first, second, NOON);
    rotate(second, next(), NOON);

    assertThat(rotate(first, next(), NOON)).isEqualTo(replayed());
  }

  @Test
  void doesNotEndForAGuess() {
    start();

    assertThat(rotate(RefreshToken.random(first.family()), next(), NOON))
        .isEqualTo(new Refused(Reason.UNKNOWN));
    assertThat(rotate(first, next(), NOON)).isEqualTo(rotated());
  }

  @Test
  void findsTheSessionOfTheLastTokenAndUsesNothingUp() {
    start();
    RefreshToken second = next();

    assertThat(families().find(first, NOON)).contains(startAt(NOON));
    assertThat(families().find(second, NOON)).isEmpty();
    assertThat(families().find(RefreshToken.random(aFamily()), NOON)).isEmpty();
    assertThat(families().find(first, END)).isEmpty();
    assertThat(rotate(first, second, NOON)).isEqualTo(rotated());
    assertThat(families().find(first, NOON)).isEmpty();
    assertThat(families().find(second, NOON)).contains(startAt(NOON));
    families().revoke(first.family());
    assertThat(families().find(second, NOON)).isEmpty();
  }

  @Test
  void findsASessionOfThePersonAndOfNobodyElse() {
    start();
    UserId person = buyer.user().id();

    assertThat(families().find(person, first.family(), NOON)).contains(startAt(NOON));
    assertThat(families().find(aBuyer().user().id(), first.family(), NOON)).isEmpty();
    assertThat(families().find(person, aFamily(), NOON)).isEmpty();
    assertThat(families().find(person, first.family(), END)).isEmpty();
    families().revoke(first.family());
    assertThat(families().find(person, first.family(), NOON)).isEmpty();
  }

  @Test
  void keepsThatNoCodeWasShown() {
    families().start(first, aStart(buyer));

    assertThat(families().find(first, NOON)).contains(aStart(buyer));
  }

  @Test
  void listsThePersonsSessionsTheLastFirst() {
    start();
    RefreshToken later = RefreshToken.random(aFamily());
    families().start(later, startAt(NOON.plusSeconds(60)));
    rotate(first, next(), NOON.plusSeconds(90));
    families().start(RefreshToken.random(aFamily()), aStart(aBuyer()));

    assertThat(families().of(buyer.user().id(), NOON.plusSeconds(90)))
        .containsExactly(
            new OpenSession(later.family(), startAt(NOON.plusSeconds(60)), NOON.plusSeconds(60)),
            new OpenSession(first.family(), startAt(NOON), NOON.plusSeconds(90)));
  }

  @Test
  void listsNoSessionThatIsOver() {
    start();
    RefreshToken ended = RefreshToken.random(aFamily());
    families().start(ended, startAt(NOON));
    families().revoke(ended.family());

    assertThat(families().of(buyer.user().id(), NOON)).hasSize(1);
    assertThat(families().of(buyer.user().id(), END)).isEmpty();
  }

  @Test
  void listsNothingForWhoeverNeverSignedIn() {
    assertThat(families().of(aBuyer().user().id(), NOON)).isEmpty();
  }

  @Test
  void endsASessionOfThePersonAndOfNobodyElse() {
    start();

    assertThat(families().revoke(aBuyer().user().id(), first.family())).isFalse();
    assertThat(rotate(first, next(), NOON)).isEqualTo(rotated());
    assertThat(families().revoke(buyer.user().id(), first.family())).isTrue();
    assertThat(families().revoke(buyer.user().id(), aFamily())).isFalse();
    assertThat(families().of(buyer.user().id(), NOON)).isEmpty();
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
  void endsAFamilyForWhoeverHasItsToken() {
    start();
    RefreshToken second = next();
    rotate(first, second, NOON);

    assertThat(families().revoke(next())).isEmpty();
    assertThat(families().revoke(RefreshToken.random(aFamily()))).isEmpty();
    assertThat(families().of(buyer.user().id(), NOON)).hasSize(1);
    assertThat(families().revoke(second)).contains(buyer.owner());
    assertThat(families().revoke(second)).isEmpty();
    assertThat(families().of(buyer.user().id(), NOON)).isEmpty();
  }

  @Test
  void endsAFamilyForTheTokenBefore() {
    start();
    rotate(first, next(), NOON);

    assertThat(families().revoke(first)).contains(buyer.owner());
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
    families().start(first, startAt(NOON));
  }

  private RefreshToken next() {
    return first.next();
  }

  private Rotation rotate(RefreshToken presented, RefreshToken next, Instant now) {
    return families().rotate(presented, next, now);
  }

  private SessionStart startAt(Instant at) {
    return SessionStart.of(buyer, new Generation(7), at, LAPTOP).withCode();
  }

  private Rotation rotated() {
    return new Rotated(startAt(NOON));
  }

  private Rotation replayed() {
    return new Replayed(buyer.owner());
  }
}
