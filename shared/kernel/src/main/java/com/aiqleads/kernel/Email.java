package com.aiqleads.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/// A syntactically possible mail address, its domain in lower case. Personal: its text form hides
/// it.
public record Email(String address) {

  private static final int MAX_LENGTH = 254;
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  public Email {
    if (address.length() > MAX_LENGTH || !SHAPE.matcher(address).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
    int at = address.lastIndexOf('@');
    address = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }

  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// To know it again however somebody writes it: hardly any mailbox tells one case from the other,
  /// and its owner will not. Mail goes to what was written.
  public Email inLowerCase() {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.equals(address) ? this : new Email(lower);
  }

  @Override
  public String toString() {
    return "***@" + domain();
  }
}
