package com.aiqleads.local.host.endpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The keys of the local stage: made on the first start, kept in the data directory.
public final class Keys {

  /// KMS's words for the kinds of keys that the local cloud has.
  static final String RSA = "RSA_2048";

  static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
  static final List<String> TYPES = List.of(RSA, SYMMETRIC);

  private static final int RSA_BITS = 2048;
  private static final int AES_BYTES = 32;

  /// One key.
  ///
  /// @param alias without `alias/`
  @SuppressWarnings("ArrayRecordComponent") // found by name; nobody compares the bytes
  record Key(String alias, String type, byte[] secret) {

    String id() {
      return UUID.nameUUIDFromBytes(alias.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String arn() {
      return "arn:aws:kms:us-east-1:000000000000:key/" + id();
    }

    boolean named(String text) {
      return text.equals(id())
          || text.equals(arn())
          || text.equals("alias/" + alias)
          || text.endsWith(":alias/" + alias);
    }

    KeyPair pair() throws GeneralSecurityException {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey secretKey =
          (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(secret));
      RSAPublicKeySpec open =
          new RSAPublicKeySpec(secretKey.getModulus(), secretKey.getPublicExponent());
      return new KeyPair(rsa.generatePublic(open), secretKey);
    }
  }

  private final PrivateFiles files;
  private final ConcurrentHashMap<String, Key> keys = new ConcurrentHashMap<>();

  public Keys(Path folder) {
    this.files = new PrivateFiles(folder);
    files.names().forEach(name -> keys.put(name, read(name, files.get(name).orElseThrow())));
  }

  /// Makes the key unless it is there.
  ///
  /// @param aliasName as KMS writes it, `alias/…`
  /// @throws IllegalArgumentException for a type that the local cloud does not have
  public void provide(String aliasName, String type) {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "key %s: type %s is not supported, only %s".formatted(aliasName, type, TYPES));
    }
    String alias = aliasName.substring("alias/".length());
    keys.computeIfAbsent(alias, _ -> read(alias, files.getOrMake(alias, () -> made(type))));
  }

  List<Key> all() {
    return keys.values().stream().sorted((a, b) -> a.alias().compareTo(b.alias())).toList();
  }

  Optional<Key> find(String text) {
    return keys.values().stream().filter(key -> key.named(text)).findFirst();
  }

  private static Key read(String alias, String text) {
    String[] parts = text.split(" ");
    return new Key(alias, parts[0], Base64.getDecoder().decode(parts[1]));
  }

  private static String made(String type) {
    byte[] secret = type.equals(RSA) ? rsa() : random();
    return type + " " + Base64.getEncoder().encodeToString(secret);
  }

  private static byte[] rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair().getPrivate().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static byte[] random() {
    byte[] random = new byte[AES_BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
