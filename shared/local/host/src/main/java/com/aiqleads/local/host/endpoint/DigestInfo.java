package com.aiqleads.local.host.endpoint;

import java.util.HexFormat;

/// A finished digest in the form that PKCS #1 v1.5 signs (RFC 8017, section 9.2).
final class DigestInfo {

  static final int SHA_256_BYTES = 32;

  private static final byte[] SHA_256_PREFIX =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  private DigestInfo() {}

  static byte[] sha256(byte[] digest) {
    byte[] info = new byte[SHA_256_PREFIX.length + digest.length];
    System.arraycopy(SHA_256_PREFIX, 0, info, 0, SHA_256_PREFIX.length);
    System.arraycopy(digest, 0, info, SHA_256_PREFIX.length, digest.length);
    return info;
  }
}
