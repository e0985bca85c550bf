package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.matching.PhotoIds;
import com.aiqleads.acquisition.resolution.Advertisement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything of one advertisement by which others are found that share it.
///
/// @param name the seller's in its plainest spelling, only ever compared; empty if it is not known
public record Marks(Set<Mark> all, String name) {

  /// What sites write where no name is known.
  private static final Set<String> NAMELESS =
      Set.of("owner", "seller", "propertyowner", "homeowner", "forsalebyowner");

  public Marks {
    all = Set.copyOf(all);
  }

  public static Marks of(Advertisement one) {
    return of(one.listing(), one.contact(), one.sellerUrl());
  }

  public static Marks of(Listing listing, Contact contact, @Nullable String sellerUrl) {
    Set<Mark> all = new LinkedHashSet<>();
    for (String phrase : HomeText.of(listing.description()).phrases()) {
      all.add(new Mark(Mark.Kind.TEXT, phrase));
    }
    PhotoIds.of(listing.photoUrls()).forEach(photo -> all.add(new Mark(Mark.Kind.PHOTO, photo)));
    contact.phones().forEach(phone -> all.add(new Mark(Mark.Kind.CONTACT, phone.e164())));
    contact
        .emails()
        .forEach(email -> all.add(new Mark(Mark.Kind.CONTACT, email.inLowerCase().address())));
    if (sellerUrl != null) {
      all.add(new Mark(Mark.Kind.ACCOUNT, sellerUrl));
    }
    return new Marks(all, plain(contact.name()));
  }

  private static String plain(@Nullable String name) {
    String plain = name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return NAMELESS.contains(plain) ? "" : plain;
  }

  @Override
  public String toString() {
    return all.size() + " marks";
  }
}
