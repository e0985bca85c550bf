package com.aiqleads.lambda;

import java.util.regex.Pattern;

/// Masks what looks like a person's mail address or phone number.
final class PersonalData {

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=[A-Za-z0-9-]+\\.)");
  private static final Pattern PHONE =
      Pattern.compile(
          "\\+[1-9][0-9]{6,14}\\b|(?<![0-9A-Za-z-])\\(?[2-9][0-9]{2}\\)?[-. ][0-9]{3}[-. ][0-9]{4}\\b");

  private PersonalData() {}

  static String masked(String text) {
    // Hardly any text has one, and looking for a name in front of none is most of the work.
    String named = text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll("***@");
    return PHONE.matcher(named).replaceAll("***");
  }
}
