package com.aiqleads.kernel;

import java.util.regex.Pattern;

/// A phone number as E.164, for example `+13055550123`. Personal: its text form hides it.
public record Phone(String e164) {

  private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int VISIBLE_DIGITS = 2;

  public Phone {
    if (!SHAPE.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 phone number");
    }
  }

  @Override
  public String toString() {
    return "***" + e164.substring(e164.length() - VISIBLE_DIGITS);
  }
}
