package com.aiqleads.platform;

/// Who somebody is at a provider. The subject never changes and never means somebody else; a mail
/// address may do both, so it is no part of this. Personal: its text form hides it.
///
/// @param issuer the provider's address, exactly as its tokens name it
public record Identity(String issuer, String subject) {

  /// As the standard says for subjects.
  public static final int MAX_LENGTH = 255;

  public Identity {
    if (isNoText(issuer) || isNoText(subject)) {
      throw new IllegalArgumentException("an identity has an issuer and a subject");
    }
  }

  private static boolean isNoText(String text) {
    return text.isBlank() || text.length() > MAX_LENGTH;
  }

  @Override
  public String toString() {
    return "***";
  }
}
