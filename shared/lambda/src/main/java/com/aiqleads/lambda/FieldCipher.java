package com.aiqleads.lambda;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts personal fields at rest: AES-256-GCM. The text starts with the id of its key, so that
/// older rows stay readable after a new key became the first of the secret. Who started before that
/// asks for the secret again at the first row of the new key.
public final class FieldCipher {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_ID_LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Rows whose key nobody has must not ask for the secret again and again.
  private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);

  private final Supplier<Keys> newest;
  private final InstantSource clock;
  private volatile Keys keys;
  private Instant nextRenewal = Instant.MIN;

  /// The first key encrypts; all of them decrypt.
  public FieldCipher(List<byte[]> keys) {
    this(Keys.of(keys), () -> Keys.of(keys), InstantSource.system());
  }

  private FieldCipher(Keys keys, Supplier<Keys> newest, InstantSource clock) {
    this.keys = keys;
    this.newest = newest;
    this.clock = clock;
  }

  /// Reads keys as the secret holds them: base64, one a line.
  public static FieldCipher ofSecret(String secret) {
    return new FieldCipher(decoded(secret));
  }

  /// With the keys of a secret that may gain one while this is in use.
  static FieldCipher ofSecret(Secrets secrets, String name, InstantSource clock) {
    return new FieldCipher(
        Keys.of(decoded(secrets.text(name))), () -> Keys.of(decoded(secrets.fresh(name))), clock);
  }

  private static List<byte[]> decoded(String secret) {
    return secret.strip().lines().map(Base64.getDecoder()::decode).toList();
  }

  public String encrypt(String clear) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    String keyId = keys.current();
    byte[] sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, utf8(clear));
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return keyId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  public String decrypt(String encrypted) {
    if (encrypted.length() <= KEY_ID_LENGTH + 1) {
      throw new IllegalArgumentException("not an encrypted field");
    }
    byte[] all = Base64.getUrlDecoder().decode(encrypted.substring(KEY_ID_LENGTH + 1));
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    String keyId = encrypted.substring(0, KEY_ID_LENGTH);
    return new String(run(Cipher.DECRYPT_MODE, keyId, nonce, sealed), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, String keyId, byte[] nonce, byte[] input) {
    SecretKeySpec key =
        keys.find(keyId)
            .or(() -> renewed().find(keyId))
            // Not the caller's fault: it may be newer than the keys that this instance has read.
            .orElseThrow(() -> new IllegalStateException("no key with id " + keyId));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(utf8(keyId));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the field was not encrypted with key " + keyId, e);
    }
  }

  private synchronized Keys renewed() {
    Instant now = clock.instant();
    if (!now.isBefore(nextRenewal)) {
      nextRenewal = now.plus(BETWEEN_RENEWALS);
      keys = newest.get();
    }
    return keys;
  }

  private record Keys(Map<String, SecretKeySpec> byId, String current) {

    static Keys of(List<byte[]> keys) {
      Map<String, SecretKeySpec> byId =
          keys.stream()
              .collect(
                  Collectors.toMap(
                      FieldCipher::idOf, key -> new SecretKeySpec(key, "AES"), (one, _) -> one));
      return new Keys(byId, idOf(keys.getFirst()));
    }

    Optional<SecretKeySpec> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public String toString() {
      return byId.size() + " keys";
    }
  }

  private static String idOf(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes, not " + key.length);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(digest).substring(0, KEY_ID_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
