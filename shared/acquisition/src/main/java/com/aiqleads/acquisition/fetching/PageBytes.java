package com.aiqleads.acquisition.fetching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A page's bytes exactly as they came.
public final class PageBytes {

  private final byte[] bytes;

  private PageBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static PageBytes of(byte[] bytes) {
    return new PageBytes(bytes.clone());
  }

  public static PageBytes of(String text) {
    return new PageBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  public String asUtf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// SHA-256 in hexadecimal.
  public String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PageBytes same && Arrays.equals(bytes, same.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
