package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.contact.ContactInText;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes phone numbers, mail addresses and the street out of what everybody may read.
final class Redaction {

  private static final String STREET_HIDDEN = "(address on purchase)";

  private Redaction() {}

  static Listing of(ParsedListing parsed) {
    String street = parsed.address().street();
    String description = parsed.listing().description();
    return parsed
        .listing()
        .described(
            redacted(parsed.listing().title(), street),
            description == null ? null : redacted(description, street));
  }

  private static String redacted(String text, @Nullable String street) {
    String withoutContact = ContactInText.redacted(text);
    return street == null || street.isBlank()
        ? withoutContact
        : Pattern.compile(street.strip(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
            .matcher(withoutContact)
            .replaceAll(STREET_HIDDEN);
  }
}
