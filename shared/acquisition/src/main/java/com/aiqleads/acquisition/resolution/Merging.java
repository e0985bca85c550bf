package com.aiqleads.acquisition.resolution;

import static com.aiqleads.acquisition.resolution.MergedFact.ADDRESS;
import static com.aiqleads.acquisition.resolution.MergedFact.BATHROOMS;
import static com.aiqleads.acquisition.resolution.MergedFact.BEDROOMS;
import static com.aiqleads.acquisition.resolution.MergedFact.DESCRIPTION;
import static com.aiqleads.acquisition.resolution.MergedFact.LISTED_ON;
import static com.aiqleads.acquisition.resolution.MergedFact.LIVING_AREA;
import static com.aiqleads.acquisition.resolution.MergedFact.LOCATION;
import static com.aiqleads.acquisition.resolution.MergedFact.LOT_SIZE;
import static com.aiqleads.acquisition.resolution.MergedFact.MLS_NUMBER;
import static com.aiqleads.acquisition.resolution.MergedFact.PHOTOS;
import static com.aiqleads.acquisition.resolution.MergedFact.PRICE;
import static com.aiqleads.acquisition.resolution.MergedFact.SELLER;
import static com.aiqleads.acquisition.resolution.MergedFact.TYPE;
import static com.aiqleads.acquisition.resolution.MergedFact.YEAR_BUILT;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.contact.NameInText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one lead of all its advertisements: the same one, in whatever order they came. The best
/// advertisement speaks; where it is silent, the next does. The newest names the price, the most
/// exact the place; [MergedFact] says it of each field.
final class Merging {

  /// Of equally full ones the one that has been listed longest, and never the one that we happened
  /// to fetch first: the same advertisements make the same lead.
  private static final Comparator<Advertisement> BEST_FIRST =
      Comparator.comparingInt(Merging::known)
          .reversed()
          .thenComparing(
              one -> one.listing().listedOn(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(one -> one.listing().id().value());
  static final Comparator<Advertisement> NEWEST_FIRST =
      Comparator.<Advertisement, Instant>comparing(one -> one.listing().observedAt())
          .reversed()
          .thenComparing(BEST_FIRST);

  private Merging() {}

  static List<Advertisement> bestFirst(KnownLead known) {
    return known.shown().stream().sorted(BEST_FIRST).toList();
  }

  static Lead merged(KnownLead known) {
    List<Advertisement> all = bestFirst(known);
    Advertisement best = all.getFirst();
    return new Lead(
        known.id(),
        known.version(),
        best.market(),
        listing(all),
        Objects.requireNonNull(ADDRESS.of(all)),
        Objects.requireNonNull(LOCATION.of(all)),
        contact(all),
        sources(all),
        all.size(),
        all.stream().map(Advertisement::firstSeenAt).min(Comparator.naturalOrder()).orElseThrow());
  }

  private static Listing listing(List<Advertisement> all) {
    Listing best = all.getFirst().listing();
    String description = DESCRIPTION.of(all);
    return new Listing(
        best.id(),
        best.source(),
        best.sourceListingId(),
        best.url(),
        nameless(best.title(), all),
        description == null ? null : nameless(description, all),
        PRICE.of(all),
        property(all),
        LISTED_ON.of(all),
        Objects.requireNonNullElse(PHOTOS.of(all), List.of()),
        MLS_NUMBER.of(all),
        all.stream().min(NEWEST_FIRST).orElseThrow().listing().observedAt());
  }

  /// What one advertisement tells as its seller's name, another may say in its text.
  private static String nameless(String text, List<Advertisement> all) {
    String nameless = text;
    for (Advertisement one : all) {
      nameless = NameInText.redacted(nameless, one.contact().name());
    }
    return nameless;
  }

  private static Property property(List<Advertisement> all) {
    return new Property(
        Objects.requireNonNullElse(TYPE.of(all), PropertyType.OTHER),
        BEDROOMS.of(all),
        BATHROOMS.of(all),
        LIVING_AREA.of(all),
        LOT_SIZE.of(all),
        YEAR_BUILT.of(all));
  }

  private static Contact contact(List<Advertisement> all) {
    List<Contact> contacts = all.stream().map(Advertisement::contact).toList();
    boolean reachable = contacts.stream().anyMatch(Contact::isReachable);
    return new Contact(
        SELLER.of(all),
        distinct(contacts, Contact::phones),
        distinct(contacts, Contact::emails),
        distinct(contacts, Contact::remarks).stream()
            .filter(remark -> !(reachable && isNoContact(remark)))
            .toList());
  }

  private static boolean isNoContact(Explained remark) {
    return remark.code().equals("no_contact");
  }

  private static List<Source> sources(List<Advertisement> all) {
    return all.stream().map(one -> one.listing().source()).distinct().sorted().toList();
  }

  private static <T> List<T> distinct(List<Contact> contacts, Function<Contact, List<T>> part) {
    return contacts.stream().flatMap(contact -> part.apply(contact).stream()).distinct().toList();
  }

  private static int known(Advertisement one) {
    Listing listing = one.listing();
    Property property = listing.property();
    Stream<@Nullable Object> facts =
        Stream.of(
            listing.description(),
            listing.price(),
            listing.listedOn(),
            property.bedrooms(),
            property.bathrooms(),
            property.livingAreaSqft(),
            property.lotSizeSqft(),
            property.yearBuilt(),
            listing.photoUrls().isEmpty() ? null : listing.photoUrls(),
            one.contact().isReachable() ? one.contact() : null,
            one.address().unit());
    return (int) facts.filter(Objects::nonNull).count();
  }
}
