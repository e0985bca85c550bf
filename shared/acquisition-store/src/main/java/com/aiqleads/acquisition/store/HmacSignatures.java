package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.erasing.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// With the key that never rotates: a report is looked at years later. Nothing else that is hashed
/// with it begins like a report.
record HmacSignatures(Supplier<byte[]> secret) implements Signatures {

  private static final String ALGORITHM = "HmacSHA256";

  @Override
  public String sign(String text) {
    return HexFormat.of().formatHex(mac(text));
  }

  @Override
  public boolean holds(String text, String signature) {
    return MessageDigest.isEqual(
        sign(text).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
      return mac.doFinal(("signed report\n" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
