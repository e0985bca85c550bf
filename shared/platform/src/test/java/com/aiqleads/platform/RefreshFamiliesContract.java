package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Replayed;
import com.aiqleads.platform.Rotation.Rotated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of refresh families must hold.
public abstract class RefreshFamiliesContract {

  private static final Duration GRACE = RefreshFamilies.GRACE;
  private static final Device LAPTOP = new Device("a laptop");
  private static final SessionsSince SINCE = new SessionsSince(new Generation(7), Optional.empty());
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
  void tellsAReplayUntilSomebodyEndsTheFamily() {
    start();
    RefreshToken second = next();
    rotate(first, second, NOON);

    Rotation replay = rotate(first, next(), NOON.plus(GRACE));

    assertThat(replay).isEqualTo(replayed());
    assertThat(rotate(first, next(), NOON.plus(GRACE))).isEqualTo(replayed());
    families().revoke(first.family());
    assertThat(rotate(first, next(), NOON.plus(GRACE))).isEqualTo(new Refused(Reason.REVOKED));
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

    assertThat(list(NOON.plusSeconds(90)))
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

    assertThat(list(NOON)).hasSize(1);
    assertThat(list(END)).isEmpty();
  }

  @Test
  void listsNothingForWhoeverNeverSignedIn() {
    assertThat(families().of(aBuyer().user().id(), SINCE, NOON)).isEmpty();
  }

  @Test
  void listsAnOldSessionBehindAHundredThatAreOver() {
    start();
    for (int later = 1; later <= RefreshFamilies.MAX_LISTED; later++) {
      Instant at = NOON.plusSeconds(later);
      FamilyId over = new FamilyId(Ids.next(() -> at));
      families().start(RefreshToken.random(over), startAt(at));
      families().revoke(over);
    }

    assertThat(list(NOON)).extracting(OpenSession::id).containsExactly(first.family());
  }

  @Test
  void listsNoMoreThanAHundred() {
    for (int session = 0; session <= RefreshFamilies.MAX_LISTED; session++) {
      families().start(RefreshToken.random(aFamily()), startAt(NOON));
    }

    assertThat(list(NOON)).hasSize(RefreshFamilies.MAX_LISTED);
  }

  @Test
  void listsNoSessionOfAGenerationBefore() {
    start();
    RefreshToken kept = RefreshToken.random(aFamily());
    families().start(kept, startAt(NOON));
    SessionsSince since = new SessionsSince(new Generation(8), Optional.of(kept.family()));

    assertThat(families().of(buyer.user().id(), since, NOON))
        .extracting(OpenSession::id)
        .containsExactly(kept.family());
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
  void saysWhoseFamilyItIsToWhoeverHasItsTokenOrTheOneBefore() {
    start();
    assertThat(families().owner(first, NOON)).contains(buyer.owner());
    assertThat(families().owner(next(), NOON)).isEmpty();
    RefreshToken second = next();
    rotate(first, second, NOON);

    assertThat(families().owner(next(), NOON)).isEmpty();
    assertThat(families().owner(RefreshToken.random(aFamily()), NOON)).isEmpty();
    assertThat(families().owner(second, NOON)).contains(buyer.owner());
    assertThat(families().owner(first, NOON)).contains(buyer.owner());
    assertThat(families().owner(second, END)).isEmpty();
    families().revoke(first.family());
    assertThat(families().owner(second, NOON)).isEmpty();
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

  private List<OpenSession> list(Instant now) {
    return families().of(buyer.user().id(), SINCE, now);
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
