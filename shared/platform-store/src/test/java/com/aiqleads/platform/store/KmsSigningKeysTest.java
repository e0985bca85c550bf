package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.lambda.Names;
import com.aiqleads.platform.SigningKeyStore;
import com.aiqleads.platform.SigningKeys;
import com.aiqleads.platform.TokenKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KmsSigningKeysTest {

  private static final Names NAMES = new Names("test", "platform");
  private static final String ALIAS = "alias/aiqleads-test-platform-tokens";

  private Instant now = NOON;
  private final FakeKms kms = new FakeKms(() -> now);
  private final SigningKeyStore keys = new PlatformStore().signingKeys(kms, NAMES);

  @BeforeEach
  void provide() {
    kms.moveAliasToNewKey(ALIAS);
    kms.moveAliasToNewKey("alias/aiqleads-test-platform-other");
  }

  @Test
  void findsTheKeyThatSigns() {
    SigningKeys read = keys.read();

    assertThat(read.current().since()).isEqualTo(NOON);
    assertThat(read.next()).isEmpty();
    assertThat(read.previous()).isEmpty();
    assertThat(read.isBetween()).isFalse();
  }

  @Test
  void makesPromotesAndRetires() {
    TokenKey first = keys.read().current().publicHalf();
    now = now.plus(Duration.ofDays(90));
    keys.makeNext();
    SigningKeys two = keys.read();
    TokenKey second = two.next().orElseThrow().publicHalf();

    assertThat(two.current().publicHalf()).isEqualTo(first);
    assertThat(two.next().orElseThrow().since()).isEqualTo(now);
    assertThat(two.published()).containsExactly(first, second);

    now = now.plus(Duration.ofHours(3));
    keys.promote(two);
    SigningKeys promoted = keys.read();

    assertThat(promoted.current().publicHalf()).isEqualTo(second);
    assertThat(promoted.current().since()).isEqualTo(now);
    assertThat(promoted.previous().orElseThrow().publicHalf()).isEqualTo(first);
    assertThat(promoted.next()).isEmpty();

    keys.retire(promoted);

    assertThat(keys.read().previous()).isEmpty();
    assertThat(kms.scheduledForDeletion()).containsExactly(promoted.previous().orElseThrow().id());
  }

  @Test
  void finishesAPromotionWhereverItWasInterrupted() {
    keys.makeNext();
    SigningKeys two = keys.read();
    TokenKey second = two.next().orElseThrow().publicHalf();

    for (int interruption = 0; interruption < 2; interruption++) {
      kms.failAfter(1);
      SigningKeys seen = keys.read();
      assertThatThrownBy(() -> keys.promote(seen)).isInstanceOf(IllegalStateException.class);
      kms.failAfter(Integer.MAX_VALUE);
      assertThat(keys.read().isBetween()).isTrue();
    }
    keys.promote(keys.read());

    assertThat(keys.read().isBetween()).isFalse();
    assertThat(keys.read().current().publicHalf()).isEqualTo(second);
    assertThat(keys.read().previous()).isPresent();
  }

  @Test
  void retiresNothingThatIsNotThere() {
    keys.retire(keys.read());

    assertThat(kms.scheduledForDeletion()).isEmpty();
  }

  @Test
  void saysThatTheKeyIsMissing() {
    SigningKeyStore nowhere = new PlatformStore().signingKeys(new FakeKms(), NAMES);

    assertThatThrownBy(nowhere::read).hasMessageContaining(ALIAS);
  }
}
