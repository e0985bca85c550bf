package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.contact.ContactInText;
import com.aiqleads.acquisition.contact.NameInText;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes phone numbers, mail addresses, the street and the seller's name out of what everybody may
/// read.
final class Redaction {

  private static final String STREET_HIDDEN = "(address on purchase)";

  private Redaction() {}

  static Listing of(ParsedListing parsed) {
    String street = parsed.address().street();
    String name = parsed.contact().name();
    String description = parsed.listing().description();
    return parsed
        .listing()
        .described(
            redacted(parsed.listing().title(), street, name),
            description == null ? null : redacted(description, street, name));
  }

  private static String redacted(String text, @Nullable String street, @Nullable String name) {
    String nameless = NameInText.redacted(ContactInText.redacted(text), name);
    return street == null || street.isBlank()
        ? nameless
        : Pattern.compile(street.strip(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
            .matcher(nameless)
            .replaceAll(STREET_HIDDEN);
  }
}
