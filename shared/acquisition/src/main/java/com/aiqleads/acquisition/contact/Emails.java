package com.aiqleads.acquisition.contact;

import com.aiqleads.acquisition.Resources;
import com.aiqleads.acquisition.contact.Checked.Dropped;
import com.aiqleads.acquisition.contact.Checked.Kept;
import com.aiqleads.kernel.Email;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which written mail addresses reach a person.
record Emails(MailDomains domains) {

  private static final Set<String> ROLES =
      Set.of(
          "abuse",
          "admin",
          "billing",
          "contact",
          "enquiries",
          "hello",
          "help",
          "homes",
          "hostmaster",
          "hr",
          "info",
          "inquiries",
          "listings",
          "mail",
          "marketing",
          "no-reply",
          "noreply",
          "office",
          "postmaster",
          "realestate",
          "reception",
          "root",
          "sales",
          "service",
          "support",
          "team",
          "webmaster");
  private static final Set<String> RELAYS =
      Set.of(
          "craigslist.org",
          "hous.craigslist.org",
          "reply.craigslist.org",
          "sale.craigslist.org",
          "relay.facebook.com",
          "privaterelay.appleid.com",
          "reply.zillow.com",
          "convo.zillow.com");
  private static final Set<String> DISPOSABLE =
      Set.copyOf(Resources.lines(Emails.class, "disposable-domains.txt"));

  /// With what may stand around an address.
  private static final int MAX_LENGTH = 1_000;

  private static final Pattern AROUND =
      Pattern.compile("^(?i:mailto:)|[\\s<>(),;:]++|(?<![.?])[.?]++$|\\?.*$");

  Checked<Email> check(String written) {
    return parse(written.length() > MAX_LENGTH ? "" : bare(written))
        .map(this::check)
        .orElseGet(() -> new Dropped<>(ContactRemark.EMAIL_MALFORMED));
  }

  private static String bare(String written) {
    return AROUND.matcher(written.strip()).replaceAll("");
  }

  private Checked<Email> check(Email email) {
    String domain = email.domain();
    if (RELAYS.contains(domain)) {
      return new Dropped<>(ContactRemark.EMAIL_RELAY);
    }
    if (DISPOSABLE.contains(domain)) {
      return new Dropped<>(ContactRemark.EMAIL_DISPOSABLE);
    }
    if (!domains.takeMail(domain)) {
      return new Dropped<>(ContactRemark.EMAIL_NO_MAIL_SERVER);
    }
    return new Kept<>(email, isRole(email) ? List.of(ContactRemark.EMAIL_ROLE) : List.of());
  }

  private static boolean isRole(Email email) {
    String mailbox = email.address().substring(0, email.address().indexOf('@'));
    return ROLES.contains(mailbox.toLowerCase(Locale.ROOT));
  }

  private static Optional<Email> parse(String text) {
    try {
      return Optional.of(new Email(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
