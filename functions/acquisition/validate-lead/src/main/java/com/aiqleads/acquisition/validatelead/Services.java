package com.aiqleads.acquisition.validatelead;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;

/// Which services this stage asks: `AIQLEADS_GEOCODER` is `gazetteer` or `census`,
/// `AIQLEADS_MAIL_DOMAINS` is `unasked` or `dns`.
@Singleton
final class Services {

  private static final List<String> GEOCODERS = List.of("gazetteer", "census");
  private static final List<String> MAIL_DOMAINS = List.of("unasked", "dns");

  private final String geocoder;
  private final String mailDomains;

  Services(
      @Property(name = "aiqleads.geocoder", defaultValue = "gazetteer") String geocoder,
      @Property(name = "aiqleads.mail-domains", defaultValue = "unasked") String mailDomains) {
    this.geocoder = known("aiqleads.geocoder", geocoder, GEOCODERS);
    this.mailDomains = known("aiqleads.mail-domains", mailDomains, MAIL_DOMAINS);
  }

  boolean asksCensus() {
    return geocoder.equals("census");
  }

  boolean asksNameServer() {
    return mailDomains.equals("dns");
  }

  private static String known(String key, String value, List<String> possible) {
    if (!possible.contains(value)) {
      throw new IllegalArgumentException(key + " is '" + value + "', not one of " + possible);
    }
    return value;
  }
}
