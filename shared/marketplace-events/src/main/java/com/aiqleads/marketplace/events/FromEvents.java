package com.aiqleads.marketplace.events;

import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.PostalAddress;
import com.aiqleads.events.acquisition.PropertyFacts;
import com.aiqleads.events.marketplace.AvailabilityChanged;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.events.marketplace.SearchFacts;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Advertisement;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.CityName;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Score;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.PriceBand;
import java.util.List;

/// From the records of events to ours.
public final class FromEvents {

  private FromEvents() {}

  public static Lead lead(com.aiqleads.events.acquisition.Lead said) {
    return new Lead(
        said.leadId(),
        said.version(),
        said.market(),
        advertisement(said),
        property(said.listing().property()),
        address(said.address()),
        said.location().point(),
        said.sources(),
        said.listings(),
        said.firstSeenAt());
  }

  public static Segment segment(com.aiqleads.events.acquisition.Lead said) {
    return new Segment(said.market(), property(said.listing().property()).type());
  }

  public static Offer offer(LeadPriced said, CorrelationId journey) {
    return new Offer(
        lead(said.lead()),
        contact(said.contact()),
        score(said.quality()),
        score(said.fraud()),
        price(said.price()),
        journey);
  }

  public static IndexedLead indexed(LeadPublished said) {
    return IndexedLead.of(lead(said.lead()), score(said.quality()), price(said.price()));
  }

  public static IndexedLead indexed(LeadRepriced said) {
    SearchFacts facts = said.facts();
    Money asking = facts.asking();
    return new IndexedLead(
        said.leadId(),
        said.version(),
        said.revision(),
        facts.words(),
        facts.city(),
        facts.type(),
        facts.beds(),
        PriceBand.of(said.price().amount()).id(),
        facts.qualityBand(),
        facts.sources(),
        said.price().amount().minorUnits(),
        asking == null ? null : asking.minorUnits(),
        facts.quality(),
        facts.firstSeenAt().toEpochMilli(),
        Cell.ofNumber(facts.cell()));
  }

  public static Availability availability(AvailabilityChanged said) {
    return new Availability(said.leadId(), said.change(), said.fullUntil());
  }

  public static Score score(com.aiqleads.events.acquisition.Score said) {
    return new Score(said.points(), said.band(), reasons(said.reasons()));
  }

  static Price price(com.aiqleads.events.marketplace.Price said) {
    Money alone = said.exclusive();
    return new Price(
        said.amount(),
        alone == null ? allSlots(said.amount()) : alone,
        said.priceBook(),
        reasons(said.reasons()));
  }

  /// What was said before there was a price of its own for it.
  private static Money allSlots(Money amount) {
    return new Money(Math.multiplyExact(amount.minorUnits(), Offer.SLOTS), amount.currency());
  }

  private static List<Reason> reasons(List<com.aiqleads.events.acquisition.Reason> said) {
    return said.stream().map(reason -> new Reason(reason.code(), reason.text())).toList();
  }

  private static Contact contact(com.aiqleads.events.acquisition.Contact said) {
    return new Contact(said.name(), said.phones(), said.emails());
  }

  private static Address address(PostalAddress said) {
    return new Address(
        said.street(), said.unit(), CityName.of(said.city()), said.state(), said.zip());
  }

  private static Advertisement advertisement(com.aiqleads.events.acquisition.Lead said) {
    ListingFacts listing = said.listing();
    return new Advertisement(
        said.listingId(),
        listing.source(),
        listing.url(),
        listing.title(),
        listing.description(),
        listing.price(),
        listing.listedOn(),
        listing.photoUrls(),
        listing.observedAt());
  }

  private static Property property(PropertyFacts said) {
    return new Property(
        said.type(),
        said.bedrooms(),
        said.bathrooms(),
        said.livingAreaSqft(),
        said.lotSizeSqft(),
        said.yearBuilt());
  }
}
