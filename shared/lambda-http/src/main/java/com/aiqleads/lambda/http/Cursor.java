package com.aiqleads.lambda.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Where the next page starts: after the row with these values of the sort and this id. A cursor
/// belongs to one sort and one filter; with any other it is refused.
public record Cursor(String sort, List<String> last, String id, String filterHash) {

  private static final String VERSION = "1";
  private static final String FIELD = "cursor";
  private static final int MAX_LENGTH = 2000;
  private static final int FIXED_PARTS = 4;
  private static final int HASH_BYTES = 9;
  private static final String SEPARATOR = "\u001f";

  public Cursor {
    last = List.copyOf(last);
  }

  public String text() {
    List<String> parts = new ArrayList<>(List.of(VERSION, sort, filterHash, id));
    parts.addAll(last);
    return encode(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads what a caller sends back.
  public static Cursor parse(String text, String sort, String filterHash) {
    String[] parts = parts(text);
    if (parts.length < FIXED_PARTS
        || !parts[0].equals(VERSION)
        || !parts[1].equals(sort)
        || !parts[2].equals(filterHash)) {
      throw new BadInput(FIELD, "does not belong to this search: start again without it");
    }
    List<String> last = Arrays.asList(parts).subList(FIXED_PARTS, parts.length);
    return new Cursor(sort, last, parts[3], filterHash);
  }

  /// The same for the same filter.
  public static String hashOf(Object... filter) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(Arrays.deepToString(filter).getBytes(StandardCharsets.UTF_8));
      return encode(Arrays.copyOf(hash, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String[] parts(String text) {
    try {
      if (text.length() > MAX_LENGTH) {
        throw new BadInput(FIELD, "is too long");
      }
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1);
    } catch (IllegalArgumentException _) {
      throw new BadInput(FIELD, "is not one of ours");
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
