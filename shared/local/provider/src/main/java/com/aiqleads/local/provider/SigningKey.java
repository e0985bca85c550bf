package com.aiqleads.local.provider;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs tokens, rightly and wrongly.
record SigningKey(String id, KeyPair pair) {

  private static final int BITS = 2048;

  static SigningKey next() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  Map<String, Object> published() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return new TreeMap<>(
        Map.of(
            "kty",
            "RSA",
            "use",
            "sig",
            "alg",
            "RS256",
            "kid",
            id,
            "n",
            number(key.getModulus()),
            "e",
            number(key.getPublicExponent())));
  }

  String signed(Map<String, Object> claims) {
    return signed(claims, id);
  }

  String signed(Map<String, Object> claims, String keyId) {
    String said = part(header("RS256", keyId)) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(said.getBytes(StandardCharsets.US_ASCII));
      return said + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform signs with RSA", e);
    }
  }

  static String unsigned(Map<String, Object> claims) {
    return part(Map.of("alg", "none")) + "." + part(claims) + ".";
  }

  /// What a careless reader takes for a signature: everybody knows the public key.
  String symmetric(Map<String, Object> claims) {
    String said = part(header("HS256", id)) + "." + part(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
      return said + "." + encoded(mac.doFinal(said.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static Map<String, Object> header(String algorithm, String keyId) {
    return new TreeMap<>(Map.of("alg", algorithm, "kid", keyId, "typ", "JWT"));
  }

  private static String part(Map<String, Object> json) {
    return encoded(Json.text(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return encoded(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
