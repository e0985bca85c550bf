package com.aiqleads.marketplace;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One lead of a house in Miami that may be sold, and others by what differs.
public final class OfferFixtures {
  public static final Instant SEEN = Instant.parse("2026-11-19T14:03:21.482Z");
  public static final GeoPoint CORAL_WAY = new GeoPoint(25.7539, -80.2253);

  private OfferFixtures() {}

  public static LeadId leadId(int number) {
    return new LeadId(Ids.derived("lead", Integer.toString(number)));
  }

  public static Offer anOffer() {
    return anOffer(aLead());
  }

  public static Offer anOffer(Lead lead) {
    return new Offer(lead, aContact(), aScore(78), aScore(5), aPrice(34_00), aJourney(1));
  }

  public static CorrelationId aJourney(int number) {
    return new CorrelationId(Ids.derived("correlation", Integer.toString(number)));
  }

  public static Contact aContact() {
    return new Contact(
        "Maria Alvarez",
        List.of(new Phone("+13055550123")),
        List.of(new Email("maria@example.com")));
  }

  public static Score aScore(int points) {
    return new Score(points, "good", List.of(new Reason("fresh", "The listing is new.")));
  }

  public static Price aPrice(long cents) {
    return new Price(
        Money.usd(cents),
        Money.usd(cents * Offer.SLOTS),
        "2026-11",
        List.of(new Reason("base", "It starts somewhere.")));
  }

  public static Lead aLead() {
    return aLead(1, 1);
  }

  public static Lead aLead(int number, long version) {
    return aLead(number, version, CORAL_WAY);
  }

  public static Lead aLead(int number, long version, GeoPoint point) {
    return new Lead(
        leadId(number),
        version,
        "miami-fl",
        anAdvertisement("Bright house, mango tree. Call 305-555-0123.", SEEN),
        aProperty("house", 3),
        new Address("1468 SW 22nd Ter", null, "Miami", "FL", "33145"),
        point,
        List.of("fsbo"),
        1,
        SEEN);
  }

  public static Property aProperty(String type, @Nullable Integer bedrooms) {
    return new Property(type, bedrooms, new BigDecimal("2.5"), 1_742, 6_250, 1951);
  }

  public static Advertisement anAdvertisement(@Nullable String description, Instant observedAt) {
    return new Advertisement(
        new ListingId(Ids.derived("listing", "fsbo", "546213")),
        "fsbo",
        "https://fsbo.com/listings/listings/show/id/546213/",
        "1468 SW 22nd Ter, by owner",
        description,
        Money.usd(649_000_00),
        LocalDate.parse("2026-11-19"),
        List.of("https://fsbo.com/media/546213/front.jpg"),
        observedAt);
  }
}
