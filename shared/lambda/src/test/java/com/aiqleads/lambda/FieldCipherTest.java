package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

  private static final byte[] OLD_KEY = key(1);
  private static final byte[] NEW_KEY = key(2);

  private final FieldCipher cipher = new FieldCipher(List.of(NEW_KEY, OLD_KEY));

  @Test
  void decryptsWhatItEncrypted() {
    String encrypted = cipher.encrypt("+13055550123 é");

    assertThat(encrypted).doesNotContain("3055550123");
    assertThat(cipher.decrypt(encrypted)).isEqualTo("+13055550123 é");
  }

  @Test
  void neverEncryptsTheSameTwice() {
    assertThat(cipher.encrypt("a")).isNotEqualTo(cipher.encrypt("a"));
  }

  @Test
  void readsWhatAnOlderKeyEncrypted() {
    String old = new FieldCipher(List.of(OLD_KEY)).encrypt("a");

    assertThat(cipher.decrypt(old)).isEqualTo("a");
  }

  @Test
  void refusesWhatAnUnknownKeyEncrypted() {
    String other = new FieldCipher(List.of(key(3))).encrypt("a");

    assertThatThrownBy(() -> cipher.decrypt(other)).hasMessageContaining("no key with id");
  }

  @Test
  void noticesAChange() {
    String encrypted = cipher.encrypt("a");
    char last = encrypted.charAt(encrypted.length() - 2);
    String changed =
        encrypted.substring(0, encrypted.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + encrypted.charAt(encrypted.length() - 1);

    assertThatThrownBy(() -> cipher.decrypt(changed)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cipher.decrypt("short")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsItsKeysFromASecret() {
    String secret =
        Base64.getEncoder().encodeToString(NEW_KEY)
            + "\n"
            + Base64.getEncoder().encodeToString(OLD_KEY)
            + "\n";

    assertThat(cipher.decrypt(FieldCipher.ofSecret(secret).encrypt("a"))).isEqualTo("a");
  }

  @Test
  void wantsKeysOf32Bytes() {
    assertThatThrownBy(() -> new FieldCipher(List.of(new byte[31])))
        .hasMessageContaining("32 bytes, not 31");
    assertThatThrownBy(() -> new FieldCipher(List.of(new byte[33])))
        .hasMessageContaining("32 bytes, not 33");
  }

  @Test
  void asksForTheSecretAgainWhenARowHasANewerKey() {
    GrowingSecret secret = new GrowingSecret(OLD_KEY);
    FieldCipher early = secret.cipher();
    String old = early.encrypt("old");
    secret.rotate(NEW_KEY);
    FieldCipher late = secret.cipher();

    assertThat(early.decrypt(late.encrypt("new"))).isEqualTo("new");
    assertThat(early.decrypt(old)).isEqualTo("old");
    assertThat(new FieldCipher(List.of(NEW_KEY)).decrypt(early.encrypt("now"))).isEqualTo("now");
    assertThat(secret.asked).isEqualTo(1);
  }

  @Test
  void asksOnceInAMinuteForKeysThatNobodyHas() {
    GrowingSecret secret = new GrowingSecret(OLD_KEY);
    FieldCipher early = secret.cipher();
    String other = new FieldCipher(List.of(key(3))).encrypt("a");
    refused(early, other);
    secret.rotate(NEW_KEY);
    String young = secret.cipher().encrypt("a");

    secret.now = secret.now.plusSeconds(59);
    refused(early, young);
    refused(early, other);
    assertThat(secret.asked).isEqualTo(1);

    secret.now = secret.now.plusSeconds(1);
    assertThat(early.decrypt(young)).isEqualTo("a");
    assertThat(secret.asked).isEqualTo(2);
  }

  @Test
  void keepsItsKeysWhileTheSecretCannotBeRead() {
    GrowingSecret secret = new GrowingSecret(OLD_KEY);
    FieldCipher early = secret.cipher();
    secret.broken = true;

    assertThatThrownBy(() -> early.decrypt(new FieldCipher(List.of(NEW_KEY)).encrypt("a")))
        .hasMessage("no answer");

    assertThat(early.decrypt(early.encrypt("a"))).isEqualTo("a");
  }

  private static void refused(FieldCipher cipher, String encrypted) {
    assertThatThrownBy(() -> cipher.decrypt(encrypted)).hasMessageContaining("no key with id");
  }

  /// A secret that gains a line, as somebody who rotates it writes it.
  private static final class GrowingSecret implements Secrets {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private String value;
    private boolean broken;
    private int asked;

    GrowingSecret(byte[] key) {
      this.value = Base64.getEncoder().encodeToString(key);
    }

    FieldCipher cipher() {
      return FieldCipher.ofSecret(this, "contact-key", () -> now);
    }

    void rotate(byte[] key) {
      value = Base64.getEncoder().encodeToString(key) + "\n" + value;
    }

    @Override
    public String text(String name) {
      return value;
    }

    @Override
    public String fresh(String name) {
      asked++;
      if (broken) {
        throw new IllegalStateException("no answer");
      }
      return value;
    }
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
