package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// For the person, in clear.
@Serdeable
record DisclosureView(
    Instant at,
    @Schema(description = "How many of the identifiers are suppressed") int suppressed,
    List<HeldView> advertisements) {

  /// One advertisement, and whence it is known.
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
      @Schema(description = "Of the stored page, kept for 90 days") @Nullable String snapshotKey,
      @Nullable String sellerUrl) {}

  static DisclosureView of(
      Instant at,
      List<Held> held,
      Function<ListingId, Optional<Lineage>> lineages,
      int suppressed) {
    return new DisclosureView(
        at,
        suppressed,
        held.stream()
            .map(one -> view(one, lineages.apply(one.advertisement().listing().id())))
            .toList());
  }

  private static HeldView view(Held held, Optional<Lineage> lineage) {
    Advertisement seen = held.advertisement();
    Contact contact = seen.contact();
    return new HeldView(
        held.lead().text(),
        seen.listing().id().text(),
        seen.listing().source().id(),
        seen.listing().url(),
        seen.listing().title(),
        seen.listing().description(),
        line(seen.address()),
        contact.name(),
        contact.phones().stream().map(Phone::e164).toList(),
        contact.emails().stream().map(Email::address).toList(),
        seen.firstSeenAt(),
        seen.listing().observedAt(),
        lineage.map(Lineage::snapshotKey).orElse(null),
        lineage.map(one -> one.particulars().sellerUrl()).orElse(null));
  }

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
