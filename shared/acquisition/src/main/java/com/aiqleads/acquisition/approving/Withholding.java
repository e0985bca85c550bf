package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.acquisition.parsing.JobReading;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.ParsedCompany;
import com.aiqleads.acquisition.parsing.ParsedJob;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What of a page must not be taken, as the permit under which it was fetched says.
///
/// @param names of groups of fields, and `photos`
public record Withholding(Set<String> names) {

  public static final Withholding NOTHING = new Withholding(Set.of());

  private static final String PHOTOS = "photos";
  private static final Property UNSAID =
      new Property(PropertyType.OTHER, null, null, null, null, null);

  public Withholding {
    names = Set.copyOf(names);
  }

  static Withholding of(Permit permit) {
    List<String> names =
        new ArrayList<>(
            Stream.of(FieldGroup.values())
                .filter(group -> !permit.allowedFields().contains(group))
                .map(FieldGroup::id)
                .toList());
    if (permit.imageMode() == ImageMode.NONE) {
      names.add(PHOTOS);
    }
    return of(names);
  }

  /// A name that we do not know withholds nothing: it is one of a later release.
  public static Withholding of(Collection<String> names) {
    return new Withholding(Set.copyOf(names));
  }

  public PageReading from(PageReading reading) {
    return switch (reading) {
      case Refused refused -> refused;
      case Read read ->
          names.isEmpty()
              ? read
              : new Read(
                  read.listings().stream().map(this::from).toList(),
                  read.refused(),
                  read.crowded());
    };
  }

  private ParsedListing from(ParsedListing parsed) {
    return new ParsedListing(
        from(parsed.listing()),
        has(FieldGroup.ADDRESS) ? RawAddress.UNKNOWN : parsed.address(),
        has(FieldGroup.LOCATION) ? null : parsed.location(),
        has(FieldGroup.CONTACT) ? RawContact.NONE : parsed.contact(),
        from(parsed.particulars()));
  }

  /// A description without its contact is none: that is looked for in it.
  private Listing from(Listing listing) {
    boolean undescribed = has(FieldGroup.DESCRIPTION) || has(FieldGroup.CONTACT);
    return new Listing(
        listing.id(),
        listing.source(),
        listing.sourceListingId(),
        listing.url(),
        listing.title(),
        undescribed ? null : listing.description(),
        has(FieldGroup.PRICE) ? null : listing.price(),
        has(FieldGroup.PROPERTY) ? UNSAID : listing.property(),
        listing.listedOn(),
        names.contains(PHOTOS) ? List.of() : listing.photoUrls(),
        listing.mlsNumber(),
        listing.observedAt());
  }

  /// In the page's own words anything may stand, and a conflict is of any field.
  private Particulars from(Particulars said) {
    return new Particulars(
        said.otherId(),
        said.postedAt(),
        said.updatedAt(),
        said.expiresAt(),
        has(FieldGroup.CONTACT) ? null : said.sellerUrl(),
        said.byBroker(),
        said.contactHidden(),
        Map.of(),
        List.of());
  }

  public JobReading from(JobReading reading) {
    return switch (reading) {
      case JobReading.Refused refused -> refused;
      case JobReading.Read read ->
          names.isEmpty()
              ? read
              : new JobReading.Read(
                  read.jobs().stream().map(ParsedJob::job).map(this::from).toList(),
                  read.crowded());
      case JobReading.Described described ->
          names.isEmpty() ? described : new JobReading.Described(from(described.company()));
    };
  }

  /// Where it is reached counts as its contact, where it sits as its address.
  private ParsedCompany from(ParsedCompany read) {
    CompanyProfile all = read.profile();
    boolean unsaid = has(FieldGroup.PROPERTY);
    CompanyProfile left =
        new CompanyProfile(
            all.name(),
            has(FieldGroup.CONTACT) ? null : all.website(),
            unsaid ? null : all.industry(),
            unsaid ? null : all.headcount(),
            has(FieldGroup.ADDRESS) ? null : all.headquarters(),
            unsaid ? null : all.organisation(),
            unsaid ? null : all.foundedYear(),
            all.observedAt());
    return new ParsedCompany(read.board(), read.employer(), left, new TreeMap<>(), List.of());
  }

  /// Of a job the property is what is offered, the contact where one applies. Its conflicts go as
  /// those of a home do.
  private ParsedJob from(Job job) {
    boolean undescribed = has(FieldGroup.DESCRIPTION) || has(FieldGroup.CONTACT);
    Job left =
        new Job(
            job.id(),
            job.board(),
            job.number(),
            job.url(),
            job.title(),
            job.employer(),
            from(job.place()),
            from(job.terms()),
            undescribed ? null : job.description(),
            has(FieldGroup.CONTACT)
                ? new Application(job.application().where(), null)
                : job.application(),
            job.postedOn(),
            job.postedText(),
            job.openUntil(),
            job.partial(),
            job.observedAt());
    return new ParsedJob(left, List.of());
  }

  private Workplace from(Workplace place) {
    GeoPoint point = has(FieldGroup.LOCATION) ? null : place.point();
    return has(FieldGroup.ADDRESS)
        ? new Workplace(null, null, null, null, null, point, place.kind())
        : new Workplace(
            place.text(),
            place.city(),
            place.region(),
            place.country(),
            place.zip(),
            point,
            place.kind());
  }

  private Job.Terms from(Job.Terms terms) {
    Salary salary = has(FieldGroup.PRICE) ? null : terms.salary();
    return has(FieldGroup.PROPERTY)
        ? new Job.Terms(null, null, null, null, salary)
        : new Job.Terms(
            terms.seniority(),
            terms.employmentType(),
            terms.function(),
            terms.industries(),
            salary);
  }

  private boolean has(FieldGroup group) {
    return names.contains(group.id());
  }
}
