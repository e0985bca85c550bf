package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.address.AddressReading;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.ContactCheck;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.validation.Validation.Invalid;
import com.aiqleads.acquisition.validation.Validation.Valid;
import com.aiqleads.acquisition.validation.Validation.ValidListing;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether an advertisement may become a lead: a home at an address on the map, with a
/// price. Names every fault, not only the first.
public final class ListingValidation {

  static final Money MIN_PRICE = Money.usd(5_000_00);
  static final Money MAX_PRICE = Money.usd(200_000_000_00L);
  static final double MAX_KM_FROM_ZIP = 60;

  private final Geocoder geocoder;
  private final ContactCheck contacts;

  public ListingValidation(Geocoder geocoder, ContactCheck contacts) {
    this.geocoder = geocoder;
    this.contacts = contacts;
  }

  public Validation validate(ParsedListing parsed) {
    List<Reason> faults = new ArrayList<>();
    priceFault(parsed.listing().price()).ifPresent(faults::add);
    switch (Addresses.normalise(parsed.address())) {
      case AddressReading.Unreadable(AddressReading.Fault fault) -> faults.add(fault);
      case AddressReading.Normalised(Address address) -> {
        Optional<Location> location = locate(address, parsed.location());
        if (location.isPresent() && faults.isEmpty()) {
          return new Valid(valid(parsed, address, location.get()));
        }
        if (location.isEmpty()) {
          faults.add(ListingFault.NOT_ON_THE_MAP);
        }
      }
    }
    return new Invalid(faults);
  }

  private ValidListing valid(ParsedListing parsed, Address address, Location location) {
    return new ValidListing(
        Redaction.of(parsed),
        address,
        location,
        contacts.check(parsed.contact(), parsed.listing().description()));
  }

  private static Optional<Reason> priceFault(@Nullable Money price) {
    if (price == null) {
      return Optional.of(ListingFault.NO_PRICE);
    }
    boolean plausible = price.compareTo(MIN_PRICE) >= 0 && price.compareTo(MAX_PRICE) <= 0;
    return plausible ? Optional.empty() : Optional.of(ListingFault.IMPLAUSIBLE_PRICE);
  }

  /// The site's own point is the most exact, unless it lies far off the ZIP code.
  private Optional<Location> locate(Address address, @Nullable GeoPoint siteSays) {
    Optional<Location> gazetteer = geocoder.locate(address);
    boolean believed =
        siteSays != null
            && gazetteer
                .map(known -> known.point().distanceKm(siteSays) <= MAX_KM_FROM_ZIP)
                .orElse(true);
    return believed && siteSays != null
        ? Optional.of(new Location(siteSays, Accuracy.ROOFTOP))
        : gazetteer;
  }
}
