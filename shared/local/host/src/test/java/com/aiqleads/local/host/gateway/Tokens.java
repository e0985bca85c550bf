package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/// An issuer of tokens, good and bad.
final class Tokens {

  static final String KEY_ID = "key-1";

  private final KeyPair keys;

  Tokens() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] jwks() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    ObjectNode document = Json.object();
    document
        .putArray("keys")
        .addObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", KEY_ID)
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
    document.withArray("keys").addObject().put("kty", "EC").put("kid", "other");
    return Json.bytes(document);
  }

  String token(ObjectNode claims) {
    return token(Json.object().put("alg", "RS256").put("kid", KEY_ID).put("typ", "at+jwt"), claims);
  }

  String token(ObjectNode header, ObjectNode claims) {
    try {
      String signed = part(header) + "." + part(claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + url(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String part(ObjectNode json) {
    return url(Json.bytes(json));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return url(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
