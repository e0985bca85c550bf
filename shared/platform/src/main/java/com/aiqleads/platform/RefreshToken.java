package com.aiqleads.platform;

/// Opaque to its holder: the family and a secret.
public record RefreshToken(FamilyId family, RandomSecret secret) {

  public static RefreshToken random(FamilyId family) {
    return new RefreshToken(family, RandomSecret.next());
  }

  public static RefreshToken parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("not a refresh token");
    }
    return new RefreshToken(
        FamilyId.parse(text.substring(0, dot)), new RandomSecret(text.substring(dot + 1)));
  }

  public String text() {
    return family.text() + "." + secret.value();
  }

  public String fingerprint() {
    return secret.fingerprint();
  }

  @Override
  public String toString() {
    return family + ".***";
  }
}
