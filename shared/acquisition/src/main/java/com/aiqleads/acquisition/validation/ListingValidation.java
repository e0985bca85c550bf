package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.address.AddressReading;
import com.aiqleads.acquisition.address.AddressReading.Fault;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.proposing.AddressCheck;
import com.aiqleads.acquisition.proposing.AddressMaterial;
import com.aiqleads.acquisition.proposing.Proposal;
import com.aiqleads.acquisition.proposing.ProposeAddress;
import com.aiqleads.acquisition.proposing.ProposedField;
import com.aiqleads.acquisition.validation.Validation.Invalid;
import com.aiqleads.acquisition.validation.Validation.Valid;
import com.aiqleads.acquisition.validation.Validation.ValidListing;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides whether an advertisement may become a lead: a home at an address on the map, with a
/// price. Names every fault, not only the first.
public final class ListingValidation {

  static final Money MIN_PRICE = Money.usd(5_000_00);
  static final Money MAX_PRICE = Money.usd(200_000_000_00L);
  static final double MAX_KM_FROM_ZIP = 60;

  /// With these a model can help: they are no statement that there is no home.
  private static final Set<Fault> MISSING =
      Set.of(Fault.NO_ADDRESS, Fault.NO_HOUSE_NUMBER, Fault.NO_CITY, Fault.NO_STATE, Fault.NO_ZIP);

  private final Lookups lookups;
  private final ProposeAddress propose;

  public ListingValidation(Lookups lookups) {
    this(lookups, ProposeAddress.NOBODY);
  }

  /// With somebody to ask.
  ///
  /// @param propose asked only for what the rules cannot read and would else be refused for that
  public ListingValidation(Lookups lookups, ProposeAddress propose) {
    this.lookups = lookups;
    this.propose = propose;
  }

  public Validation validate(ParsedListing parsed) {
    return validate(parsed, _ -> {});
  }

  /// Also tells what was proposed.
  ///
  /// @param told hears of it whatever becomes of it
  public Validation validate(ParsedListing parsed, Consumer<Proposal> told) {
    List<Reason> faults = new ArrayList<>();
    priceFault(parsed.listing().price()).ifPresent(faults::add);
    return switch (Addresses.normalise(parsed.address())) {
      case AddressReading.Unreadable(Fault fault) -> {
        Optional<Validation> helped =
            faults.isEmpty() && MISSING.contains(fault) ? helped(parsed, told) : Optional.empty();
        faults.add(fault);
        yield helped.orElseGet(() -> new Invalid(faults));
      }
      case AddressReading.Normalised(Address address) -> lookedUp(parsed, address, faults);
    };
  }

  /// The street is hidden in the texts as it would be if the page had given it.
  private Optional<Validation> helped(ParsedListing parsed, Consumer<Proposal> told) {
    AddressMaterial material = AddressMaterial.of(parsed);
    return propose
        .propose(material)
        .flatMap(
            proposed -> {
              RawAddress raw = proposed.value();
              AddressCheck check = AddressCheck.of(raw, material);
              told.accept(
                  new Proposal(
                      ProposedField.ADDRESS, line(raw), proposed.model(), check.verdict()));
              return check
                  .address()
                  .map(address -> lookedUp(at(raw, parsed), address, new ArrayList<>()));
            });
  }

  private static ParsedListing at(RawAddress address, ParsedListing parsed) {
    return new ParsedListing(
        parsed.listing(), address, parsed.location(), parsed.contact(), parsed.particulars());
  }

  private static String line(RawAddress raw) {
    return Stream.of(raw.street(), raw.city(), raw.state(), raw.zip())
        .flatMap(Stream::ofNullable)
        .collect(Collectors.joining(", "));
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
