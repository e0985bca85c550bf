package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.erasing.ErasableRecords.Row;
import com.aiqleads.acquisition.overseeprivacy.ContactViews.ConsentView;
import com.aiqleads.acquisition.overseeprivacy.ContactViews.LookView;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// For the person, in clear: all that an erasure would take, and what outlives it.
@Serdeable
record DisclosureView(
    Instant at,
    @Schema(description = "How many of the identifiers are suppressed") int suppressed,
    List<HeldView> advertisements,
    @Schema(description = "What else their pages say, and those of what became no lead")
        List<ReadView> lineages,
    @Schema(description = "What else names the person: refusals, proposals, postings of jobs")
        List<RowView> records,
    List<ConsentView> consents,
    @Schema(description = "On do-not-call lists") List<LookView> looks,
    @Schema(description = "Of each, `GET /sales?lead=` says who bought it") List<LeadView> leads) {

  /// One advertisement, as it was seen last.
  @Serdeable
  record HeldView(
      String leadId,
      String listingId,
      String source,
      String url,
      String title,
      @Nullable String description,
      String address,
      @Nullable String name,
      List<String> phones,
      List<String> emails,
      Instant firstSeenAt,
      Instant lastSeenAt,
      HomeView home) {

    static HeldView of(Held held) {
      Advertisement seen = held.advertisement();
      Listing listing = seen.listing();
      Contact contact = seen.contact();
      return new HeldView(
          held.lead().text(),
          listing.id().text(),
          listing.source().id(),
          listing.url(),
          listing.title(),
          listing.description(),
          line(seen.address()),
          contact.name(),
          contact.phones().stream().map(Phone::e164).toList(),
          contact.emails().stream().map(Email::address).toList(),
          seen.firstSeenAt(),
          listing.observedAt(),
          HomeView.of(seen));
    }
  }

  /// What is sold.
  @Serdeable
  record HomeView(
      String type,
      @Nullable Money price,
      @Nullable Integer bedrooms,
      @Nullable BigDecimal bathrooms,
      @Nullable Integer livingAreaSqft,
      @Nullable Integer lotSizeSqft,
      @Nullable Integer yearBuilt,
      @Nullable LocalDate listedOn,
      @Nullable String mlsNumber,
      double latitude,
      double longitude,
      List<String> photoUrls) {

    static HomeView of(Advertisement seen) {
      Listing listing = seen.listing();
      Property property = listing.property();
      GeoPoint point = seen.location().point();
      return new HomeView(
          property.type().id(),
          listing.price(),
          property.bedrooms(),
          property.bathrooms(),
          property.livingAreaSqft(),
          property.lotSizeSqft(),
          property.yearBuilt(),
          listing.listedOn(),
          listing.mlsNumber(),
          point.latitude(),
          point.longitude(),
          listing.photoUrls());
    }
  }

  /// As it stands in a table; of a message that waits, only which.
  @Serdeable
  record RowView(String place, Map<String, String> said) {

    static RowView of(Row row) {
      return new RowView(row.place(), row.said());
    }
  }

  /// An id under which it is on sale, or was.
  @Serdeable
  record LeadView(
      String leadId,
      @Schema(description = "When it was taken out of that lead; missing if it was not")
          @Nullable Instant until) {}

  private static String line(Address address) {
    return Stream.of(
            address.street(),
            Optional.ofNullable(address.unit()).orElse(""),
            address.city(),
            address.state(),
            address.zip())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
