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
          "accounts",
          "admin",
          "administrator",
          "agent",
          "billing",
          "broker",
          "contact",
          "customerservice",
          "enquiries",
          "hello",
          "help",
          "homes",
          "hostmaster",
          "hr",
          "info",
          "inquiries",
          "leads",
          "leasing",
          "listings",
          "mail",
          "marketing",
          "no-reply",
          "noreply",
          "donotreply",
          "office",
          "postmaster",
          "properties",
          "realestate",
          "reception",
          "rentals",
          "root",
          "sales",
          "security",
          "service",
          "support",
          "team",
          "webmaster");

  /// With all that is below them: `hous.craigslist.org`, `reply.craigslist.org`.
  private static final Set<String> RELAYS =
      Set.of(
          "craigslist.org",
          "relay.facebook.com",
          "facebookmail.com",
          "privaterelay.appleid.com",
          "mozmail.com",
          "duck.com",
          "simplelogin.co",
          "anonaddy.com",
          "anonaddy.me",
          "reply.zillow.com",
          "convo.zillow.com",
          "messages.fsbo.com");
  private static final Set<String> DISPOSABLE =
      Set.copyOf(Resources.lines(Emails.class, "disposable-domains.txt"));

  /// With what may stand around an address.
  private static final int MAX_LENGTH = 1_000;

  /// No dot at an end or beside another, labels as of hosts, and a top that is a name.
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?!\\.)(?![^@]*\\.\\.)[^@]*[^@.]@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private static final Pattern HIDDEN_AT =
      Pattern.compile(" ?[(\\[{] ?at ?[)\\]}] ?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HIDDEN_DOT =
      Pattern.compile(" ?[(\\[{] ?dot ?[)\\]}] ?", Pattern.CASE_INSENSITIVE);
  private static final Pattern AROUND =
      Pattern.compile("^(?i:mailto:)|[\\s<>(),;:]++|(?<![.?])[.?]++$|\\?.*$");

  Checked<Email> check(String written) {
    return parse(written.length() > MAX_LENGTH ? "" : bare(written))
        .map(this::check)
        .orElseGet(() -> new Dropped<>(ContactRemark.EMAIL_MALFORMED));
  }

  private static String bare(String written) {
    String at = HIDDEN_AT.matcher(written.strip()).replaceAll("@");
    return AROUND.matcher(HIDDEN_DOT.matcher(at).replaceAll(".")).replaceAll("");
  }

  private Checked<Email> check(Email email) {
    String domain = email.domain();
    if (isUnder(domain, RELAYS)) {
      return new Dropped<>(ContactRemark.EMAIL_RELAY);
    }
    if (isUnder(domain, DISPOSABLE)) {
      return new Dropped<>(ContactRemark.EMAIL_DISPOSABLE);
    }
    if (domains.ask(domain) == MailDomains.Answer.TAKES_NONE) {
      return new Dropped<>(ContactRemark.EMAIL_NO_MAIL_SERVER);
    }
    return new Kept<>(email, isRole(email) ? List.of(ContactRemark.EMAIL_ROLE) : List.of());
  }

  private static boolean isUnder(String domain, Set<String> known) {
    String rest = domain;
    while (!known.contains(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }

  /// `info+miami@...` is the office's too.
  private static boolean isRole(Email email) {
    String mailbox = email.address().substring(0, email.address().indexOf('@'));
    int tag = mailbox.indexOf('+');
    String name = tag > 0 ? mailbox.substring(0, tag) : mailbox;
    return ROLES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Optional<Email> parse(String text) {
    try {
      Email email = new Email(text);
      return Optional.of(email).filter(possible -> SYNTAX.matcher(possible.address()).matches());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
