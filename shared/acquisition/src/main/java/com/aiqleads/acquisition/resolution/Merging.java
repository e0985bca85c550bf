package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one lead of all its advertisements: the same one, in whatever order they came. The best
/// advertisement speaks; where it is silent, the next does. The newest names the price, the most
/// exact the place.
final class Merging {

  /// Of equally full ones the one that has been listed longest, and never the one that we happened
  /// to fetch first: the same advertisements make the same lead.
  private static final Comparator<Advertisement> BEST_FIRST =
      Comparator.comparingInt(Merging::known)
          .reversed()
          .thenComparing(
              one -> one.listing().listedOn(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(one -> one.listing().id().value());
  private static final Comparator<Advertisement> NEWEST_FIRST =
      Comparator.<Advertisement, Instant>comparing(one -> one.listing().observedAt())
          .reversed()
          .thenComparing(BEST_FIRST);

  private Merging() {}

  static Lead merged(KnownLead known) {
    List<Advertisement> all = known.shown().stream().sorted(BEST_FIRST).toList();
    Advertisement best = all.getFirst();
    return new Lead(
        known.id(),
        known.version(),
        best.market(),
        listing(all),
        address(all),
        location(all),
        contact(all),
        sources(all),
        all.size(),
        all.stream().map(Advertisement::firstSeenAt).min(Comparator.naturalOrder()).orElseThrow());
  }

  private static Listing listing(List<Advertisement> all) {
    Listing best = all.getFirst().listing();
    Listing newest = all.stream().min(NEWEST_FIRST).orElseThrow().listing();
    return new Listing(
        best.id(),
        best.source(),
        best.sourceListingId(),
        best.url(),
        best.title(),
        first(all, Listing::description),
        newest.price() == null ? first(all, Listing::price) : newest.price(),
        property(all),
        first(all, Listing::listedOn),
        all.stream()
            .map(one -> one.listing().photoUrls())
            .filter(photos -> !photos.isEmpty())
            .findFirst()
            .orElse(List.of()),
        first(all, Listing::mlsNumber),
        newest.observedAt());
  }

  private static Property property(List<Advertisement> all) {
    return new Property(
        all.stream()
            .map(one -> one.listing().property().type())
            .filter(type -> type != PropertyType.OTHER)
            .findFirst()
            .orElse(PropertyType.OTHER),
        first(all, listing -> listing.property().bedrooms()),
        first(all, listing -> listing.property().bathrooms()),
        first(all, listing -> listing.property().livingAreaSqft()),
        first(all, listing -> listing.property().lotSizeSqft()),
        first(all, listing -> listing.property().yearBuilt()));
  }

  /// One that names its unit says more than one that does not.
  private static Address address(List<Advertisement> all) {
    return all.stream()
        .map(Advertisement::address)
        .max(Comparator.comparingInt(address -> address.unit() == null ? 0 : 1))
        .orElseThrow();
  }

  private static Location location(List<Advertisement> all) {
    return all.stream()
        .map(Advertisement::location)
        .min(Comparator.comparing(Location::accuracy))
        .orElseThrow();
  }

  private static Contact contact(List<Advertisement> all) {
    List<Contact> contacts = all.stream().map(Advertisement::contact).toList();
    boolean reachable = contacts.stream().anyMatch(Contact::isReachable);
    return new Contact(
        contacts.stream().map(Contact::name).filter(Objects::nonNull).findFirst().orElse(null),
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

  private static <T> @Nullable T first(
      List<Advertisement> all, Function<Listing, @Nullable T> fact) {
    return all.stream()
        .map(one -> fact.apply(one.listing()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
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
