package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.contact.ContactCheck;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.matching.Home;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One thing by which somebody or something is known again and then refused. Personal: stores keep
/// a keyed hash of it, and its text form hides it.
public record SuppressionKey(Kind kind, String value) {

  private static final ContactCheck UNASKED = new ContactCheck(MailDomains.UNASKED);

  public enum Kind {
    PHONE,
    EMAIL,
    ADDRESS,
    LISTING,
    PAGE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static SuppressionKey of(Phone phone) {
    return new SuppressionKey(Kind.PHONE, phone.e164());
  }

  public static SuppressionKey of(Email email) {
    return new SuppressionKey(Kind.EMAIL, email.inLowerCase().address());
  }

  /// One door, however its street is written.
  public static SuppressionKey of(Address address) {
    Home home = Home.at(address);
    return new SuppressionKey(
        Kind.ADDRESS, String.join("|", home.zip(), home.number(), home.name(), home.door()));
  }

  public static SuppressionKey of(ListingId listing) {
    return new SuppressionKey(Kind.LISTING, listing.text());
  }

  /// However it is written: see [PageName].
  public static SuppressionKey of(URI page) {
    return new SuppressionKey(Kind.PAGE, PageName.of(page));
  }

  /// What is no address is left out: no page of it can be asked for.
  public static Set<SuppressionKey> pages(Collection<String> addresses) {
    return addresses.stream()
        .flatMap(address -> page(address).stream())
        .map(SuppressionKey::of)
        .collect(Collectors.toSet());
  }

  private static Optional<URI> page(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /// All by which an advertisement may be refused.
  public static Set<SuppressionKey> of(Advertisement advertisement) {
    Set<SuppressionKey> keys = new LinkedHashSet<>();
    keys.add(of(advertisement.listing().id()));
    keys.add(of(advertisement.address()));
    keys.addAll(pages(List.of(advertisement.listing().url())));
    advertisement.contact().phones().forEach(phone -> keys.add(of(phone)));
    advertisement.contact().emails().forEach(email -> keys.add(of(email)));
    return keys;
  }

  /// All by which what was read may be refused once it is checked; nobody is asked whether its mail
  /// addresses take mail.
  public static Set<SuppressionKey> of(ParsedListing parsed) {
    Set<SuppressionKey> keys = new LinkedHashSet<>();
    keys.add(of(parsed.listing().id()));
    keys.addAll(pages(List.of(parsed.listing().url())));
    if (Addresses.normalise(parsed.address()) instanceof Normalised(Address address)) {
      keys.add(of(address));
    }
    Contact contact = UNASKED.check(parsed.contact(), parsed.listing().description());
    contact.phones().forEach(phone -> keys.add(of(phone)));
    contact.emails().forEach(email -> keys.add(of(email)));
    return keys;
  }

  @Override
  public String toString() {
    return kind.id() + " ***";
  }
}
