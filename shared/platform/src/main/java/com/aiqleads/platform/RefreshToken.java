package com.aiqleads.platform;

import java.util.regex.Pattern;

/// Opaque to its holder.
///
/// @param lineage the same in every token of the family: only who has had one of them knows it
/// @param secret of this token alone
public record RefreshToken(FamilyId family, RandomSecret lineage, RandomSecret secret) {

  private static final Pattern DOT = Pattern.compile("\\.");
  private static final int PARTS = 3;

  /// The first of a family.
  public static RefreshToken random(FamilyId family) {
    return new RefreshToken(family, RandomSecret.next(), RandomSecret.next());
  }

  /// What this one is exchanged for.
  public RefreshToken next() {
    return new RefreshToken(family, lineage, RandomSecret.next());
  }

  public static RefreshToken parse(String text) {
    String[] parts = DOT.split(text, -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("not a refresh token");
    }
    return new RefreshToken(
        FamilyId.parse(parts[0]), new RandomSecret(parts[1]), new RandomSecret(parts[2]));
  }

  public String text() {
    return family.text() + "." + lineage.value() + "." + secret.value();
  }

  public String fingerprint() {
    return secret.fingerprint();
  }

  @Override
  public String toString() {
    return family + ".***";
  }
}
