package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How much of an advertisement is carried on. A message holds 64 KB, and one advertisement that
/// does not fit would take the others of its page with it; so a text that may be cut is cut, and
/// any other that is longer than it can truly be counts as missing.
final class Bounds {

  static final int MAX_ID_LENGTH = 100;
  static final int MAX_TITLE_LENGTH = 300;
  static final int MAX_DESCRIPTION_LENGTH = 4_000;
  static final int MAX_LINE_LENGTH = 200;

  /// Of a job, whose text is what it is matched by: 45 KB, where each character takes three bytes.
  static final int MAX_JOB_TEXT_LENGTH = 15_000;

  /// Looked at before the site's name is cut off it.
  static final int MAX_HEADING_LENGTH = 1_000;

  static final int MAX_EMAIL_LENGTH = 320;
  static final int MAX_CONTACTS = 5;

  /// Elements of a seller's window that are looked at.
  static final int MAX_CONTACT_ELEMENTS = 200;

  /// Of a table of facts, and how many such tables a page may show.
  static final int MAX_FACTS = 200;

  static final int MAX_FACT_TABLES = 50;

  static final int MAX_PHOTOS = 40;

  /// Links to photos that are looked at.
  static final int MAX_PHOTO_LINKS = 200;

  /// Of all photos together, in characters: 40 usual addresses, or some very long ones.
  static final int MAX_PHOTOS_LENGTH = 16_000;

  /// Of all attributes together, and of all that places of a page say against each other.
  static final int MAX_ATTRIBUTES_LENGTH = 2_000;
  static final int MAX_CONFLICTS_LENGTH = 2_000;
  static final int MAX_SELLER_URL_LENGTH = 500;

  private static final Pattern ID = Pattern.compile("[\\w.-]+");

  /// What no text needs and some store, queue or format refuses: control characters but line ends
  /// and tabs, halves of characters, and the two that are none.
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

  private Bounds() {}

  /// Without the characters that cannot be written everywhere. Most texts have none, and a look at
  /// each character says so sooner than the expression.
  static String writable(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isWritable(text.charAt(at))) {
        return UNWRITABLE.matcher(text).replaceAll("");
      }
    }
    return text;
  }

  private static boolean isWritable(int character) {
    return (character >= ' ' && character <= '~')
        || (character > '\u009f' && character < Character.MIN_SURROGATE)
        || character == '\n'
        || character == '\t'
        || character == '\r';
  }

  /// A piece of an address, as every site's ids are: whatever else stands there is damaged.
  static boolean isId(String text) {
    return text.length() <= MAX_ID_LENGTH && ID.matcher(text).matches();
  }

  static ParsedListing of(ParsedListing read) {
    return new ParsedListing(
        of(read.listing()),
        of(read.address()),
        read.location(),
        of(read.contact()),
        of(read.particulars()));
  }

  private static Listing of(Listing read) {
    String description = read.description();
    return new Listing(
        read.id(),
        read.source(),
        read.sourceListingId(),
        read.url(),
        Figures.shortened(read.title(), MAX_TITLE_LENGTH),
        description == null ? null : Figures.shortened(description, MAX_DESCRIPTION_LENGTH),
        read.price(),
        read.property(),
        read.listedOn(),
        photos(read.photoUrls()),
        line(read.mlsNumber()),
        read.observedAt());
  }

  private static RawAddress of(RawAddress read) {
    return new RawAddress(
        line(read.street()), line(read.city()), line(read.state()), line(read.zip()));
  }

  private static RawContact of(RawContact read) {
    return new RawContact(
        line(read.name()),
        fitting(read.phones(), MAX_LINE_LENGTH),
        fitting(read.emails(), MAX_EMAIL_LENGTH));
  }

  private static Particulars of(Particulars read) {
    String sellerUrl = read.sellerUrl();
    return new Particulars(
        line(read.otherId()),
        read.postedAt(),
        read.updatedAt(),
        read.expiresAt(),
        sellerUrl == null || sellerUrl.length() > MAX_SELLER_URL_LENGTH ? null : sellerUrl,
        read.byBroker(),
        read.contactHidden(),
        attributes(read.attributes()),
        conflicts(read.conflicts()));
  }

  private static Map<String, String> attributes(Map<String, String> read) {
    Map<String, String> kept = new LinkedHashMap<>();
    int length = 0;
    for (Map.Entry<String, String> each : read.entrySet()) {
      length += each.getKey().length() + each.getValue().length();
      if (length <= MAX_ATTRIBUTES_LENGTH) {
        kept.put(each.getKey(), each.getValue());
      }
    }
    return kept;
  }

  static List<Conflict> conflicts(List<Conflict> read) {
    List<Conflict> kept = new ArrayList<>();
    int length = 0;
    for (Conflict each : read) {
      length += each.readings().stream().mapToInt(one -> one.value().length()).sum();
      if (length <= MAX_CONFLICTS_LENGTH) {
        kept.add(each);
      }
    }
    return kept;
  }

  private static List<String> fitting(List<String> texts, int maxLength) {
    return texts.stream().filter(text -> text.length() <= maxLength).limit(MAX_CONTACTS).toList();
  }

  /// A line that is longer than any true one counts as missing.
  static @Nullable String line(@Nullable String text) {
    return text == null || text.length() > MAX_LINE_LENGTH ? null : text;
  }

  private static List<String> photos(List<String> urls) {
    List<String> kept = new ArrayList<>();
    int length = 0;
    for (String url : urls) {
      if (kept.size() < MAX_PHOTOS && length + url.length() <= MAX_PHOTOS_LENGTH) {
        kept.add(url);
        length += url.length();
      }
    }
    return kept;
  }
}
