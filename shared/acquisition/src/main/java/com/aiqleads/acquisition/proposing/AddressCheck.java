package com.aiqleads.acquisition.proposing;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.Addresses;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether an address was copied out of an advertisement, part by part and letter by letter; is not
/// one that it names as a place nearby; and can be read by the rules that read all others.
public record AddressCheck(ProposalVerdict verdict, Optional<Address> address) {

  private static final Pattern NEARBY =
      Pattern.compile(
          "(?i)\\b(?:near|nearby|by|off|behind|from|opposite|to|beside|past|like|than|sold|was)"
              + "[\\s,:]*$");
  private static final int BEFORE = 16;

  public static AddressCheck of(RawAddress proposed, AddressMaterial material) {
    String text = spaced(material.text());
    boolean copied =
        Stream.of(proposed.street(), proposed.city(), proposed.state(), proposed.zip())
            .filter(part -> part != null && !part.isBlank())
            .allMatch(part -> occurrences(part, text).find());
    if (!copied) {
      return refuted(ProposalVerdict.INVENTED);
    }
    if (contradicts(proposed, material.written())) {
      return refuted(ProposalVerdict.CONTRADICTED);
    }
    if (isNearby(proposed.street(), text)) {
      return refuted(ProposalVerdict.ELSEWHERE);
    }
    return Addresses.normalise(proposed) instanceof Normalised(Address address)
        ? new AddressCheck(ProposalVerdict.CONFIRMED, Optional.of(address))
        : refuted(ProposalVerdict.NO_ADDRESS);
  }

  private static AddressCheck refuted(ProposalVerdict verdict) {
    return new AddressCheck(verdict, Optional.empty());
  }

  /// What the page gives in its place counts more than what it says in words.
  private static boolean contradicts(RawAddress proposed, RawAddress written) {
    return differs(proposed.city(), written.city(), part -> part)
        || differs(proposed.state(), written.state(), part -> part)
        || differs(proposed.zip(), written.zip(), AddressCheck::fiveDigits);
  }

  private static String fiveDigits(String zip) {
    return zip.substring(0, Math.min(5, zip.length()));
  }

  private static boolean differs(
      @Nullable String proposed, @Nullable String written, UnaryOperator<String> meaning) {
    return written != null
        && !written.isBlank()
        && (proposed == null
            || !meaning.apply(spaced(proposed)).equalsIgnoreCase(meaning.apply(spaced(written))));
  }

  /// In each place where it stands.
  private static boolean isNearby(@Nullable String street, String text) {
    if (street == null || street.isBlank()) {
      return false;
    }
    Matcher place = occurrences(street, text);
    while (place.find()) {
      String before = text.substring(Math.max(0, place.start() - BEFORE), place.start());
      if (!NEARBY.matcher(before).find()) {
        return false;
      }
    }
    return true;
  }

  /// As a whole: `2 Palm Ave` does not stand in `12 Palm Ave`.
  private static Matcher occurrences(String part, String text) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}-])" + Pattern.quote(spaced(part)) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text);
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
