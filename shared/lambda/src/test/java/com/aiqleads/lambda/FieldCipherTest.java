package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
