package com.aiqleads.platform;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/// The public half of a key that signs tokens, with its fields as RFC 7518 section 6.3.1 wants.
public record TokenKey(RSAPublicKey key) {

  /// The thumbprint of RFC 7638: whoever sees the key can compute its id.
  public String id() {
    String members = "{\"e\":\"" + exponent() + "\",\"kty\":\"RSA\",\"n\":\"" + modulus() + "\"}";
    return base64Url(sha256(members));
  }

  public String modulus() {
    return base64Url(unsigned(key.getModulus()));
  }

  public String exponent() {
    return base64Url(unsigned(key.getPublicExponent()));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
