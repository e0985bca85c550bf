package com.aiqleads.acquisition.events;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Headcount;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.acquisition.proposing.Proposal;
import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.Quality;
import com.aiqleads.acquisition.scoring.Scoring;
import com.aiqleads.acquisition.standing.Around;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.events.acquisition.Attribute;
import com.aiqleads.events.acquisition.CompanyFacts;
import com.aiqleads.events.acquisition.EmployerFacts;
import com.aiqleads.events.acquisition.FieldPath;
import com.aiqleads.events.acquisition.JobFacts;
import com.aiqleads.events.acquisition.JobPlace;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.PostalAddress;
import com.aiqleads.events.acquisition.PropertyFacts;
import com.aiqleads.events.acquisition.Reading;
import com.aiqleads.events.acquisition.SalaryFacts;
import com.aiqleads.events.acquisition.Score;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what the domain knows in the words of its events.
public final class ToEvent {

  private ToEvent() {}

  public static ListingFacts listing(Listing listing) {
    return new ListingFacts(
        listing.source().id(),
        listing.sourceListingId(),
        listing.url(),
        listing.title(),
        listing.description(),
        listing.price(),
        property(listing.property()),
        listing.listedOn(),
        listing.photoUrls(),
        listing.mlsNumber(),
        listing.observedAt());
  }

  private static PropertyFacts property(Property property) {
    return new PropertyFacts(
        property.type().id(),
        property.bedrooms(),
        property.bathrooms(),
        property.livingAreaSqft(),
        property.lotSizeSqft(),
        property.yearBuilt());
  }

  public static com.aiqleads.events.acquisition.RawAddress address(RawAddress raw) {
    return new com.aiqleads.events.acquisition.RawAddress(
        raw.street(), raw.city(), raw.state(), raw.zip());
  }

  public static PostalAddress address(Address address) {
    return new PostalAddress(
        address.street(), address.unit(), address.city(), address.state(), address.zip());
  }

  public static com.aiqleads.events.acquisition.Location location(Location location) {
    return new com.aiqleads.events.acquisition.Location(location.point(), location.accuracy().id());
  }

  public static com.aiqleads.events.acquisition.RawContact contact(RawContact raw) {
    return new com.aiqleads.events.acquisition.RawContact(raw.name(), raw.phones(), raw.emails());
  }

  public static com.aiqleads.events.acquisition.Contact contact(Contact contact) {
    return new com.aiqleads.events.acquisition.Contact(
        contact.name(), contact.phones(), contact.emails(), reasons(contact.remarks()));
  }

  public static com.aiqleads.events.acquisition.Lead lead(Lead lead) {
    return new com.aiqleads.events.acquisition.Lead(
        lead.id(),
        lead.version(),
        lead.market(),
        listing(lead.listing()),
        lead.listing().id(),
        lead.sources().stream().map(Source::id).toList(),
        lead.listings(),
        address(lead.address()),
        location(lead.location()),
        lead.firstSeenAt());
  }

  public static JobFacts job(Job job) {
    return new JobFacts(
        job.board().id(),
        job.number(),
        job.url(),
        job.title(),
        employer(job.employer()),
        place(job.place()),
        job.terms().seniority(),
        job.terms().employmentType(),
        job.terms().function(),
        job.terms().industries(),
        salary(job.terms().salary()),
        job.description(),
        job.application().where().id(),
        job.application().url(),
        job.postedOn(),
        job.postedText(),
        job.openUntil(),
        job.partial(),
        job.observedAt());
  }

  public static EmployerFacts employer(Employer employer) {
    return new EmployerFacts(employer.name(), employer.pageUrl(), employer.handle());
  }

  public static CompanyFacts company(CompanyProfile profile) {
    Headcount headcount = profile.headcount();
    return new CompanyFacts(
        profile.website(),
        profile.industry(),
        headcount == null ? null : (Integer) headcount.least(),
        headcount == null ? null : headcount.most(),
        profile.headquarters(),
        profile.organisation(),
        profile.foundedYear());
  }

  public static List<FieldPath> paths(Map<String, String> paths) {
    return paths.entrySet().stream()
        .map(each -> new FieldPath(each.getKey(), each.getValue()))
        .toList();
  }

  private static JobPlace place(Workplace place) {
    Workplace.Kind kind = place.kind();
    return new JobPlace(
        place.text(),
        place.city(),
        place.region(),
        place.country(),
        place.zip(),
        place.point(),
        kind == null ? null : kind.id());
  }

  private static @Nullable SalaryFacts salary(@Nullable Salary salary) {
    if (salary == null) {
      return null;
    }
    Salary.Interval interval = salary.interval();
    return new SalaryFacts(
        salary.min(), salary.max(), interval == null ? null : interval.id(), salary.text());
  }

  /// What a lead says, and what is known around it.
  public static LeadResolved resolved(
      ListingId listing, com.aiqleads.acquisition.Lead lead, boolean merged, Around around) {
    return new LeadResolved(
        listing, lead(lead), contact(lead.contact()), merged, standing(Standing.of(lead, around)));
  }

  private static com.aiqleads.events.acquisition.Standing standing(Standing standing) {
    return new com.aiqleads.events.acquisition.Standing(
        standing.dearerTwins(),
        standing.sameTexts(),
        standing.samePhotos(),
        standing.contactHomes(),
        standing.contactRenamed(),
        standing.contactStates(),
        standing.accountHomes(),
        standing.level().homes(),
        standing.level().medianCentsPerSqft());
  }

  public static Score score(Quality quality) {
    return new Score(
        quality.points(), quality.band().id(), reasons(quality.reasons()), Scoring.MODEL);
  }

  public static Score score(Fraud fraud) {
    return new Score(fraud.points(), fraud.band().id(), reasons(fraud.reasons()), Scoring.MODEL);
  }

  public static List<com.aiqleads.events.acquisition.Reason> reasons(
      List<? extends Reason> reasons) {
    return reasons.stream()
        .map(one -> new com.aiqleads.events.acquisition.Reason(one.code(), one.text()))
        .toList();
  }

  public static ValueProposed proposed(ListingId listing, Proposal proposal, Instant at) {
    return new ValueProposed(
        listing,
        proposal.field().id(),
        proposal.value(),
        proposal.model(),
        reasons(List.of(proposal.verdict())).getFirst(),
        at);
  }

  public static com.aiqleads.events.acquisition.Particulars particulars(Particulars said) {
    return new com.aiqleads.events.acquisition.Particulars(
        said.postedAt(),
        said.updatedAt(),
        said.expiresAt(),
        said.byBroker(),
        said.contactHidden(),
        said.attributes().entrySet().stream()
            .map(each -> new Attribute(each.getKey(), each.getValue()))
            .toList());
  }

  public static List<com.aiqleads.events.acquisition.Conflict> conflicts(List<Conflict> conflicts) {
    return conflicts.stream()
        .map(
            one ->
                new com.aiqleads.events.acquisition.Conflict(
                    one.field(),
                    one.readings().stream()
                        .map(reading -> new Reading(reading.path(), reading.value()))
                        .toList()))
        .toList();
  }
}
