package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.address.AddressReading;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.validation.Validation.Invalid;
import com.aiqleads.acquisition.validation.Validation.Valid;
import com.aiqleads.acquisition.validation.Validation.ValidListing;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides whether an advertisement may become a lead: a home at an address on the map, with a
/// price. Names every fault, not only the first.
public final class ListingValidation {

  static final Money MIN_PRICE = Money.usd(5_000_00);
  static final Money MAX_PRICE = Money.usd(200_000_000_00L);
  static final double MAX_KM_FROM_ZIP = 60;

  private final Lookups lookups;

  public ListingValidation(Lookups lookups) {
    this.lookups = lookups;
  }

  public Validation validate(ParsedListing parsed) {
    List<Reason> faults = new ArrayList<>();
    priceFault(parsed.listing().price()).ifPresent(faults::add);
    return switch (Addresses.normalise(parsed.address())) {
      case AddressReading.Unreadable(AddressReading.Fault fault) -> {
        faults.add(fault);
        yield new Invalid(faults);
      }
      case AddressReading.Normalised(Address address) -> lookedUp(parsed, address, faults);
    };
  }

  private Validation lookedUp(ParsedListing parsed, Address address, List<Reason> faults) {
    Lookups.Running running = lookups.begin();
    Supplier<Contact> contact = running.contact(parsed.contact(), parsed.listing().description());
    Optional<Location> location = believed(running.place(address).get(), parsed.location());
    if (location.isEmpty()) {
      faults.add(ListingFault.NOT_ON_THE_MAP);
    }
    return faults.isEmpty()
        ? new Valid(
            new ValidListing(Redaction.of(parsed), address, location.orElseThrow(), contact.get()))
        : new Invalid(faults);
  }

  /// Whether a home may cost that much.
  public static boolean isPlausible(Money price) {
    return price.currency().equals(MIN_PRICE.currency())
        && price.compareTo(MIN_PRICE) >= 0
        && price.compareTo(MAX_PRICE) <= 0;
  }

  private static Optional<Reason> priceFault(@Nullable Money price) {
    if (price == null) {
      return Optional.of(ListingFault.NO_PRICE);
    }
    return isPlausible(price) ? Optional.empty() : Optional.of(ListingFault.IMPLAUSIBLE_PRICE);
  }

  /// The site's own point is the most exact, unless it lies far off the ZIP code.
  private static Optional<Location> believed(
      Optional<Location> found, @Nullable GeoPoint siteSays) {
    boolean believed =
        siteSays != null
            && found
                .map(known -> known.point().distanceKm(siteSays) <= MAX_KM_FROM_ZIP)
                .orElse(true);
    return believed && siteSays != null
        ? Optional.of(new Location(siteSays, Accuracy.ROOFTOP))
        : found;
  }
}
