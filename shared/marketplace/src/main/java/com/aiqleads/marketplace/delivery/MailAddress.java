package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.Email;
import java.net.URI;
import java.util.Locale;

/// A mail address as an address like others: `mailto:` and what people write.
public final class MailAddress {

  private static final String SCHEME = "mailto:";

  private MailAddress() {}

  /// Reads what somebody typed, with the scheme or without.
  ///
  /// @throws IllegalArgumentException for what is no mail address
  public static URI of(String text) {
    String bare =
        text.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
    return URI.create(SCHEME + new Email(bare.strip()).address());
  }

  /// As it was written: what is a fragment or an escape elsewhere is a letter here.
  public static Email email(URI address) {
    return new Email(address.toString().substring(SCHEME.length()));
  }
}
