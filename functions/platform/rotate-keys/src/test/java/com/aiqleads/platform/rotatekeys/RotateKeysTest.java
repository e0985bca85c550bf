package com.aiqleads.platform.rotatekeys;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.InMemorySigningKeys;
import com.aiqleads.platform.KeyRotation;
import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.TokenKeyFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotateKeysTest {

  private static final List<TokenKey> KEYS = TokenKeyFixtures.keys(3);

  private Instant now = NOON;
  private final InMemorySigningKeys keys = new InMemorySigningKeys(() -> now, KEYS);
  private final InMemoryDocuments documents = new InMemoryDocuments(() -> now);
  private final RotateKeys rotateKeys =
      new RotateKeys(keys, documents, "https://api.aiqleads.example", () -> now);

  @Test
  void publishesTheKeysBeforeTheDocumentThatPointsToThem() {
    rotateKeys.rotate();

    assertThat(documents.written())
        .containsExactly(".well-known/jwks.json", ".well-known/openid-configuration");
    assertThat(published()).containsExactly(KEYS.getFirst().id());
  }

  @Test
  void leavesAloneWhatIsPublishedAlready() {
    rotateKeys.rotate();
    now = now.plus(Duration.ofHours(1));
    rotateKeys.rotate();

    assertThat(documents.written()).hasSize(2);
  }

  @Test
  void pointsFromTheIssuerToItsKeys() {
    rotateKeys.rotate();

    assertThat(documents.read(Discovery.PATH, Discovery.class).orElseThrow().document())
        .extracting(Discovery::issuer, Discovery::keys)
        .containsExactly(
            "https://api.aiqleads.example", "https://api.aiqleads.example/.well-known/jwks.json");
  }

  @Test
  void publishesANewKeyThenUsesItThenForgetsTheOldOne() {
    rotateKeys.rotate();
    String old = KEYS.getFirst().id();
    String fresh = KEYS.get(1).id();

    after(KeyRotation.EVERY);
    assertThat(published()).containsExactlyInAnyOrder(old, fresh);
    assertThat(signing()).isEqualTo(old);

    after(KeyRotation.KNOWN_BEFORE_USE.minusSeconds(1));
    assertThat(signing()).isEqualTo(old);
    after(Duration.ofSeconds(1));
    assertThat(signing()).isEqualTo(fresh);
    assertThat(published()).containsExactlyInAnyOrder(old, fresh);

    after(KeyRotation.KNOWN_AFTER_USE.minusSeconds(1));
    assertThat(published()).containsExactlyInAnyOrder(old, fresh);
    after(Duration.ofSeconds(1));
    assertThat(published()).containsExactly(fresh);
  }

  @Test
  void replacesAKeyAtOnceAndNeverPublishesItAgain() {
    rotateKeys.rotate();
    String stolen = signing();

    rotateKeys.replaceAtOnce();

    assertThat(signing()).isNotEqualTo(stolen);
    assertThat(published()).containsExactly(signing());
    for (int hour = 0; hour < 24; hour++) {
      after(Duration.ofHours(1));
      assertThat(published()).doesNotContain(stolen);
    }
  }

  @Test
  void replacesTheKeyThatWasToSignNextToo() {
    rotateKeys.rotate();
    after(KeyRotation.EVERY);
    List<String> known = published();
    assertThat(known).hasSize(2);

    rotateKeys.replaceAtOnce();

    assertThat(known).doesNotContain(signing());
    assertThat(published()).containsExactly(signing());
  }

  @Test
  void replacesKeysInTheMiddleOfARotation() {
    rotateKeys.rotate();
    after(KeyRotation.EVERY);
    after(KeyRotation.KNOWN_BEFORE_USE);
    assertThat(keys.read().previous()).isPresent();
    List<String> known = published();

    rotateKeys.replaceAtOnce();

    assertThat(known).doesNotContain(signing());
    assertThat(published()).containsExactly(signing());
  }

  private void after(Duration time) {
    now = now.plus(time);
    rotateKeys.rotate();
  }

  private String signing() {
    return keys.read().current().publicHalf().id();
  }

  private List<String> published() {
    return List.copyOf(documents.read(KeySet.PATH, KeySet.class).orElseThrow().document().ids());
  }
}
