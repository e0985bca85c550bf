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
            .map(ContactInText::redacted)
            .map(part -> part.substring(0, Math.min(part.length(), MAX_PART)))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n")));
  }

  @Override
  public String toString() {
    return text.length() + " characters";
  }
}
