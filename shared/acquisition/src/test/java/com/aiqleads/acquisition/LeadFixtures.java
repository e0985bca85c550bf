package com.aiqleads.acquisition;

import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A home in Miami that its owner sells on fsbo.com, with everything known of it.
public final class LeadFixtures {

  public static final Instant SEEN_AT = Instant.parse("2026-11-19T14:03:21Z");
  public static final Money PRICE = Money.usd(649_900_00);

  private LeadFixtures() {}

  public static Listing aListing() {
    return aListing(PRICE);
  }

  public static Listing aListing(@Nullable Money price) {
    return aListing(Source.FSBO, "546213", price, SEEN_AT);
  }

  public static Listing aListing(
      Source source, String sourceListingId, @Nullable Money price, Instant observedAt) {
    return new Listing(
        Listing.idOf(source, sourceListingId),
        source,
        sourceListingId,
        "https://fsbo.com/listings/listings/show/id/" + sourceListingId + "/",
        "Bright three-bedroom house near Coral Way",
        "Corner lot with a mango tree. ".repeat(8),
        price,
        new Property(PropertyType.HOUSE, 3, new BigDecimal("2.5"), 1742, 6250, 1951),
        LocalDate.of(2026, 11, 17),
        List.of(
            "https://fsbo.com/1",
            "https://fsbo.com/2",
            "https://fsbo.com/3",
            "https://fsbo.com/4",
            "https://fsbo.com/5"),
        null,
        observedAt);
  }

  public static Listing aListingSaying(String description) {
    Listing some = aListing();
    return new Listing(
        some.id(),
        some.source(),
        some.sourceListingId(),
        some.url(),
        some.title(),
        description,
        some.price(),
        some.property(),
        some.listedOn(),
        some.photoUrls(),
        some.mlsNumber(),
        some.observedAt());
  }

  public static Address anAddress() {
    return new Address("1468 SW 22ND TER", null, "MIAMI", "FL", "33145");
  }

  public static Location aLocation() {
    return new Location(new GeoPoint(25.7539, -80.2253), Accuracy.ROOFTOP);
  }

  public static Contact aContact() {
    return new Contact(
        "Dana Whitfield",
        List.of(new Phone("+13059582368")),
        List.of(new Email("dana.whitfield@letterbox.example")),
        List.of());
  }

  public static Advertisement anAdvertisement() {
    return anAdvertisement(aListing());
  }

  public static Advertisement anAdvertisement(Listing listing) {
    return anAdvertisement(listing, anAddress(), aContact());
  }

  public static Advertisement anAdvertisement(Listing listing, Address address, Contact contact) {
    return new Advertisement(
        listing,
        new PageId(Ids.derived("page", listing.url())),
        "miami-fl",
        address,
        aLocation(),
        contact,
        listing.observedAt());
  }

  public static Lead aLead() {
    return aLead(aListing(), aLocation(), aContact());
  }

  public static Lead aLead(Listing listing, Location location, Contact contact) {
    return new Lead(
        new LeadId(Ids.derived("lead", listing.url())),
        1,
        "miami-fl",
        listing,
        anAddress(),
        location,
        contact,
        List.of(listing.source()),
        1,
        SEEN_AT);
  }
}
