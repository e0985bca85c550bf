package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.KeyRotation.Step;
import com.aiqleads.platform.SigningKeys.ServiceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyRotationTest {

  private static final List<TokenKey> KEYS = TokenKeyFixtures.keys(3);
  private static final ServiceKey FIRST = new ServiceKey("1", KEYS.get(0), NOON);
  private static final ServiceKey SECOND = new ServiceKey("2", KEYS.get(1), NOON);
  private static final Publication OF_BOTH =
      new Publication(Set.of(KEYS.get(0).id(), KEYS.get(1).id()), NOON);

  private Instant now = NOON;

  @Test
  void makesANewKeyEveryNinetyDays() {
    SigningKeys one = keys(Optional.empty(), Optional.empty());

    assertThat(at(one, KeyRotation.EVERY.minusSeconds(1))).isEqualTo(Step.NOTHING);
    assertThat(at(one, KeyRotation.EVERY)).isEqualTo(Step.MAKE_NEXT);
    assertThat(at(one, KeyRotation.EVERY.plusSeconds(1))).isEqualTo(Step.MAKE_NEXT);
  }

  @Test
  void usesAKeyOnceVerifiersHaveHadTwoHoursAndATokensLife() {
    SigningKeys two = keys(Optional.of(SECOND), Optional.empty());

    assertThat(KeyRotation.KNOWN_BEFORE_USE).isEqualTo(Duration.ofMinutes(135));
    assertThat(at(two, KeyRotation.KNOWN_BEFORE_USE.minusSeconds(1))).isEqualTo(Step.NOTHING);
    assertThat(at(two, KeyRotation.KNOWN_BEFORE_USE)).isEqualTo(Step.PROMOTE);
  }

  @Test
  void usesNoKeyThatIsNotPublished() {
    SigningKeys two = keys(Optional.of(SECOND), Optional.empty());
    Publication ofOne = new Publication(Set.of(KEYS.get(0).id()), NOON);

    assertThat(KeyRotation.next(two, ofOne, NOON.plus(Duration.ofDays(9)))).isEqualTo(Step.NOTHING);
    assertThat(KeyRotation.next(two, Publication.NONE, NOON.plus(Duration.ofDays(9))))
        .isEqualTo(Step.NOTHING);
  }

  @Test
  void keepsTheKeyBeforeUntilItsTokensHaveEnded() {
    SigningKeys two = keys(Optional.empty(), Optional.of(SECOND));

    assertThat(at(two, KeyRotation.KNOWN_AFTER_USE.minusSeconds(1))).isEqualTo(Step.NOTHING);
    assertThat(at(two, KeyRotation.KNOWN_AFTER_USE)).isEqualTo(Step.RETIRE);
    assertThat(KeyRotation.KNOWN_AFTER_USE).isGreaterThan(AccessClaims.LIFETIME.multipliedBy(2));
  }

  @Test
  void keepsTheKeyBeforeLongerWhenThePromotionWasFinishedLate() {
    ServiceKey late = new ServiceKey("1", KEYS.get(0), NOON.plus(Duration.ofHours(1)));
    SigningKeys two = new SigningKeys(late, Optional.empty(), Optional.of(SECOND));

    assertThat(at(two, KeyRotation.KNOWN_AFTER_USE)).isEqualTo(Step.NOTHING);
    assertThat(at(two, KeyRotation.KNOWN_AFTER_USE.plus(Duration.ofHours(1))))
        .isEqualTo(Step.RETIRE);
  }

  @Test
  void finishesAPromotionThatWasInterrupted() {
    assertThat(at(keys(Optional.of(SECOND), Optional.of(FIRST)), Duration.ZERO))
        .isEqualTo(Step.PROMOTE);
    assertThat(at(keys(Optional.of(FIRST), Optional.of(SECOND)), Duration.ZERO))
        .isEqualTo(Step.PROMOTE);
  }

  @Test
  void publishesEachKeyOnceTheOneThatSignsFirst() {
    assertThat(keys(Optional.of(SECOND), Optional.of(FIRST)).published())
        .containsExactly(KEYS.get(0), KEYS.get(1));
  }

  /// Half a year of hourly runs, of which every fifth fails: whoever verifies with keys that are up
  /// to two hours old knows the key of every token that is not over.
  @Test
  void letsNobodyMeetAnUnknownKey() {
    InMemorySigningKeys store = new InMemorySigningKeys(() -> now, KEYS);
    Map<Instant, Set<String>> published = new HashMap<>();
    Map<Instant, String> signing = new HashMap<>();
    Publication publication = Publication.NONE;

    for (int hour = 0; hour < 185 * 24; hour++) {
      now = NOON.plus(Duration.ofHours(hour));
      if (hour % 5 != 4) {
        publication = publish(store.read(), publication);
        act(store, publication);
        publication = publish(store.read(), publication);
      }
      published.put(now, publication.keyIds());
      signing.put(now, store.read().current().publicHalf().id());
    }

    for (Map.Entry<Instant, String> signed : signing.entrySet()) {
      for (int age = 0; age <= 2; age++) {
        Set<String> known = published.get(signed.getKey().minus(Duration.ofHours(age)));
        assertThat(known == null || known.contains(signed.getValue())).isTrue();
      }
    }
    assertThat(Set.copyOf(signing.values())).hasSize(3);
  }

  private void act(InMemorySigningKeys store, Publication publication) {
    SigningKeys keys = store.read();
    switch (KeyRotation.next(keys, publication, now)) {
      case NOTHING -> {}
      case MAKE_NEXT -> store.makeNext();
      case PROMOTE -> store.promote(keys);
      case RETIRE -> store.retire(keys);
    }
  }

  private Publication publish(SigningKeys keys, Publication before) {
    Set<String> ids = keys.published().map(TokenKey::id).collect(Collectors.toSet());
    return ids.equals(before.keyIds()) ? before : new Publication(ids, now);
  }

  private static Step at(SigningKeys keys, Duration later) {
    return KeyRotation.next(keys, OF_BOTH, NOON.plus(later));
  }

  private static SigningKeys keys(Optional<ServiceKey> next, Optional<ServiceKey> previous) {
    return new SigningKeys(FIRST, next, previous);
  }
}
