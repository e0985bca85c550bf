package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.contact.ContactInText;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes phone numbers, mail addresses, the street and the seller's name out of what everybody may
/// read.
final class Redaction {

  private static final String STREET_HIDDEN = "(address on purchase)";
  private static final String NAME_HIDDEN = "(name on purchase)";
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}'’]+");

  /// One word alone is a word like others: Rose, Grace, Owner.
  private static final int WORDS_OF_A_NAME = 2;

  /// An expression of every word of an endless name is deeper than the stack.
  private static final int MOST_WORDS_OF_A_NAME = 8;

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
    String nameless = withoutName(ContactInText.redacted(text), name == null ? "" : name);
    return street == null || street.isBlank()
        ? nameless
        : Pattern.compile(street.strip(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
            .matcher(nameless)
            .replaceAll(STREET_HIDDEN);
  }

  /// `Dana Whitfield` and `Whitfield, Dana`.
  private static String withoutName(String text, String name) {
    List<String> words =
        NO_LETTERS
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS_OF_A_NAME)
            .toList();
    return words.size() < WORDS_OF_A_NAME
        ? text
        : Pattern.compile(
                "(?<!\\p{L})(?:" + loose(words) + "|" + loose(words.reversed()) + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text)
            .replaceAll(NAME_HIDDEN);
  }

  private static String loose(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("[^\\p{L}]{1,3}"));
  }
}
