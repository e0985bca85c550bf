package com.aiqleads.local.host.endpoint;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A ciphertext that knows its key, as KMS's do: key id, nonce, AES-256-GCM.
final class Envelope {

  private static final int KEY_ID_BYTES = 36;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private Envelope() {}

  static byte[] seal(Keys.Key key, byte[] plain, byte[] context) throws GeneralSecurityException {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
    return ByteBuffer.allocate(KEY_ID_BYTES + NONCE_BYTES + sealed.length)
        .put(key.id().getBytes(StandardCharsets.US_ASCII))
        .put(nonce)
        .put(sealed)
        .array();
  }

  static String keyId(byte[] sealed) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(sealed));
    byte[] id = new byte[KEY_ID_BYTES];
    in.readFully(id);
    return new String(id, StandardCharsets.US_ASCII);
  }

  static byte[] open(Keys.Key key, byte[] sealed, byte[] context)
      throws GeneralSecurityException, IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(sealed));
    in.skipNBytes(KEY_ID_BYTES);
    byte[] nonce = new byte[NONCE_BYTES];
    in.readFully(nonce);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(in.readAllBytes());
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private static Cipher cipher(int mode, Keys.Key key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
