package com.aiqleads.acquisition.proposing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.contact.ContactInText;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where an advertisement may name its address, without contacts. Personal: its text form hides it.
///
/// @param written where the page gives it, as far as it does
/// @param text all of it, a part a line
public record AddressMaterial(RawAddress written, String text) {

  private static final int MAX_PART = 2_000;

  /// Nobody looks for contacts in an endless text.
  private static final int MAX_READ = 4_000;

  private static final int LONGEST_CONTACT = 320;

  public static AddressMaterial of(ParsedListing parsed) {
    RawAddress written = parsed.address();
    return new AddressMaterial(
        written,
        Stream.of(
                Stream.ofNullable(written.street()),
                Stream.ofNullable(written.city()),
                Stream.ofNullable(written.state()),
                Stream.ofNullable(written.zip()),
                Stream.of(parsed.listing().title()),
                Stream.ofNullable(parsed.listing().description()))
            .flatMap(part -> part)
            .map(AddressMaterial::shown)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n")));
  }

  /// What may be half a contact, where reading stops, is not shown.
  private static String shown(String part) {
    boolean isWhole = part.length() <= MAX_READ;
    String read = ContactInText.redacted(isWhole ? part : part.substring(0, MAX_READ));
    int end = isWhole ? read.length() : Math.max(0, read.length() - LONGEST_CONTACT);
    return read.substring(0, Math.min(end, MAX_PART));
  }

  @Override
  public String toString() {
    return text.length() + " characters";
  }
}
