package com.aiqleads.marketplace.delivery;

import java.util.regex.Pattern;

/// What a system lets us in with. Never shown again; its text form says nothing.
///
/// @param reveal fit for a header: no spaces, nothing that cannot be seen
public record AccessKey(String reveal) {

  public static final int MOST_CHARACTERS = 500;

  private static final Pattern PLAIN = Pattern.compile("[!-~]{8,}");

  public AccessKey {
    if (reveal.length() > MOST_CHARACTERS || !PLAIN.matcher(reveal).matches()) {
      throw new IllegalArgumentException("no key of another system");
    }
  }

  @Override
  public String toString() {
    return "a key";
  }
}
