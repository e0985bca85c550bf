package com.aiqleads.acquisition.events;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Headcount;
import com.aiqleads.acquisition.hiring.ProfileOrigin;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.events.acquisition.Attribute;
import com.aiqleads.events.acquisition.CompanyDescribed;
import com.aiqleads.events.acquisition.CompanyFacts;
import com.aiqleads.events.acquisition.EmployerFacts;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.PostalAddress;
import com.aiqleads.events.acquisition.PropertyFacts;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.ListingId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what an event says into the words of the domain.
public final class FromEvent {

  private FromEvent() {}

  public static Listing listing(ListingId id, ListingFacts facts) {
    return new Listing(
        id,
        source(facts.source()),
        facts.sourceListingId(),
        facts.url(),
        facts.title(),
        facts.description(),
        facts.price(),
        property(facts.property()),
        facts.listedOn(),
        facts.photoUrls(),
        facts.mlsNumber(),
        facts.observedAt());
  }

  /// As far as it is to be checked.
  public static ParsedListing parsed(ListingParsed event) {
    return new ParsedListing(
        listing(event.listingId(), event.listing()),
        address(event.address()),
        event.location(),
        contact(event.contact()));
  }

  public static Employer employer(EmployerFacts facts) {
    return new Employer(facts.name(), facts.pageUrl(), facts.handle());
  }

  /// Empty if it does not say which company it is of.
  public static Optional<CompanyProfile> company(CompanyDescribed described) {
    CompanyFacts facts = described.company();
    return Optional.ofNullable(described.employer().name())
        .map(
            name ->
                new CompanyProfile(
                    name,
                    facts.website(),
                    facts.industry(),
                    headcount(facts),
                    facts.headquarters(),
                    facts.organisation(),
                    facts.foundedYear(),
                    described.observedAt()));
  }

  private static @Nullable Headcount headcount(CompanyFacts facts) {
    Integer least = facts.leastEmployees();
    return least == null ? null : new Headcount(least, facts.mostEmployees());
  }

  public static ProfileOrigin origin(CompanyDescribed described) {
    SortedMap<String, String> paths = new TreeMap<>();
    described.readFrom().forEach(each -> paths.put(each.field(), each.path()));
    return new ProfileOrigin(
        described.pageId(), described.snapshotKey(), described.parserVersion(), paths);
  }

  public static RawAddress address(com.aiqleads.events.acquisition.RawAddress raw) {
    return new RawAddress(raw.street(), raw.city(), raw.state(), raw.zip());
  }

  public static Address address(PostalAddress address) {
    return new Address(
        address.street(), address.unit(), address.city(), address.state(), address.zip());
  }

  public static Location location(com.aiqleads.events.acquisition.Location location) {
    return new Location(location.point(), Accuracy.of(location.accuracy()));
  }

  public static RawContact contact(com.aiqleads.events.acquisition.RawContact raw) {
    return new RawContact(raw.name(), raw.phones(), raw.emails());
  }

  public static Contact contact(com.aiqleads.events.acquisition.Contact contact) {
    return new Contact(
        contact.name(), contact.phones(), contact.emails(), reasons(contact.remarks()));
  }

  public static Lead lead(
      com.aiqleads.events.acquisition.Lead lead, com.aiqleads.events.acquisition.Contact contact) {
    return new Lead(
        lead.leadId(),
        lead.version(),
        lead.market(),
        listing(lead.listingId(), lead.listing()),
        address(lead.address()),
        location(lead.location()),
        contact(contact),
        lead.sources().stream().map(FromEvent::source).toList(),
        lead.listings(),
        lead.firstSeenAt());
  }

  public static Standing standing(com.aiqleads.events.acquisition.@Nullable Standing said) {
    return said == null
        ? Standing.UNKNOWN
        : new Standing(
            said.dearerTwins(),
            said.sameTexts(),
            said.samePhotos(),
            said.contactHomes(),
            said.contactRenamed(),
            said.contactStates(),
            said.accountHomes(),
            new Level(said.comparables(), said.medianCentsPerSqft()));
  }

  /// Of an event from before there were particulars what it says all the same.
  public static Particulars particulars(ListingParsed parsed) {
    com.aiqleads.events.acquisition.Particulars said = parsed.particulars();
    return said == null
        ? new Particulars(
            parsed.otherId(),
            null,
            null,
            null,
            parsed.sellerUrl(),
            false,
            false,
            Map.of(),
            conflicts(parsed))
        : new Particulars(
            parsed.otherId(),
            said.postedAt(),
            said.updatedAt(),
            said.expiresAt(),
            parsed.sellerUrl(),
            said.byBroker(),
            said.contactHidden(),
            attributes(said.attributes()),
            conflicts(parsed));
  }

  private static Map<String, String> attributes(List<Attribute> said) {
    Map<String, String> attributes = new LinkedHashMap<>();
    said.forEach(each -> attributes.put(each.name(), each.value()));
    return attributes;
  }

  private static List<Conflict> conflicts(ListingParsed parsed) {
    return parsed.conflicts().stream()
        .map(
            one ->
                new Conflict(
                    one.field(),
                    one.readings().stream()
                        .map(reading -> new Conflict.Reading(reading.path(), reading.value()))
                        .toList()))
        .toList();
  }

  public static List<Explained> reasons(List<Reason> reasons) {
    return reasons.stream().map(one -> new Explained(one.code(), one.text())).toList();
  }

  private static Property property(PropertyFacts facts) {
    return new Property(
        PropertyType.of(facts.type()),
        facts.bedrooms(),
        facts.bathrooms(),
        facts.livingAreaSqft(),
        facts.lotSizeSqft(),
        facts.yearBuilt());
  }

  private static Source source(String id) {
    return Source.find(id)
        .orElseThrow(() -> new IllegalArgumentException("not a source of ours: " + id));
  }
}
