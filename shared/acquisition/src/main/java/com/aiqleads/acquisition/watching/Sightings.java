package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.parsing.JobPage;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.JobReading;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.ParsedCompany;
import com.aiqleads.acquisition.parsing.ParsedJob;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.kernel.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks at a page as its parser does.
public interface Sightings {

  /// Empty if no parser reads this source.
  Optional<Sighting> of(String source, String url, String text, Instant fetchedAt);

  /// By the parsers at hand.
  ///
  /// @param withheld what of a source's pages must not be taken
  static Sightings parsed(java.util.function.Function<String, Withholding> withheld) {
    return parsed(PageParsers.AT_HAND, withheld);
  }

  /// By these parsers.
  static Sightings parsed(
      PageParsers parsers, java.util.function.Function<String, Withholding> withheld) {
    return (source, url, text, fetchedAt) ->
        Source.find(source)
            .map(
                known ->
                    home(
                        parsers.of(known),
                        new Page(known, url, text, fetchedAt),
                        withheld.apply(source)))
            .or(
                () ->
                    JobBoard.find(source)
                        .map(board -> job(new JobPage(board, url, text, fetchedAt))));
  }

  /// The version of the parser that reads it.
  static Optional<String> versionOf(PageParsers parsers, String source) {
    return Source.find(source)
        .map(known -> parsers.of(known).version())
        .or(() -> JobBoard.find(source).map(board -> JobPageParser.of(board).version()));
  }

  private static Sighting home(PageParser parser, Page page, Withholding withheld) {
    return switch (withheld.from(parser.read(page))) {
      case PageReading.Refused refused ->
          new Sighting(parser.version(), refused.reason().code(), List.of());
      case PageReading.Read read ->
          new Sighting(
              parser.version(),
              Sighting.READ,
              read.listings().stream().map(Sightings::sighted).toList());
    };
  }

  private static Sighting job(JobPage page) {
    JobPageParser parser = JobPageParser.of(page.board());
    return switch (parser.read(page)) {
      case JobReading.Refused refused ->
          new Sighting(parser.version(), refused.reason().code(), List.of());
      case JobReading.Read read ->
          new Sighting(
              parser.version(),
              Sighting.READ,
              read.jobs().stream().map(Sightings::sighted).toList());
      case JobReading.Described described ->
          new Sighting(parser.version(), Sighting.READ, List.of(sighted(described.company())));
    };
  }

  private static Sighted sighted(ParsedCompany company) {
    CompanyProfile profile = company.profile();
    Values values = new Values();
    values.text(Field.TITLE, profile.name());
    values.text(Field.CITY, profile.headquarters());
    values.there(Field.INDUSTRY, profile.industry() != null);
    values.there(Field.HEADCOUNT, profile.headcount() != null);
    values.there(Field.CONTACT, profile.website() != null);
    return new Sighted(
        java.util.Objects.requireNonNullElse(company.employer().handle(), ""), values.all);
  }

  private static Sighted sighted(ParsedListing parsed) {
    Listing listing = parsed.listing();
    Property property = listing.property();
    GeoPoint point = parsed.location();
    Values values = new Values();
    values.text(Field.TITLE, listing.title());
    values.text(Field.STREET, parsed.address().street());
    values.text(Field.CITY, parsed.address().city());
    values.text(Field.ZIP, parsed.address().zip());
    values.there(Field.TYPE, !property.type().name().equals("UNKNOWN"));
    values.there(Field.DESCRIPTION, listing.description() != null);
    values.there(
        Field.CONTACT,
        !parsed.contact().phones().isEmpty() || !parsed.contact().emails().isEmpty());
    values.there(Field.PHOTOS, !listing.photoUrls().isEmpty());
    values.there(Field.LISTED_ON, listing.listedOn() != null);
    values.number(
        Field.PRICE,
        listing.price() == null ? null : BigDecimal.valueOf(listing.price().minorUnits(), 2));
    values.number(Field.BEDROOMS, property.bedrooms());
    values.number(Field.BATHROOMS, property.bathrooms());
    values.number(Field.LIVING_AREA, property.livingAreaSqft());
    values.number(Field.LOT_SIZE, property.lotSizeSqft());
    values.number(Field.YEAR_BUILT, property.yearBuilt());
    values.number(Field.LATITUDE, point == null ? null : point.latitude());
    values.number(Field.LONGITUDE, point == null ? null : point.longitude());
    values.derive();
    return new Sighted(listing.sourceListingId(), values.all);
  }

  private static Sighted sighted(ParsedJob parsed) {
    Job job = parsed.job();
    Salary salary = job.terms().salary();
    Values values = new Values();
    values.text(Field.TITLE, job.title());
    values.text(Field.COMPANY, job.employer().name());
    values.text(Field.CITY, job.place().text());
    values.there(Field.DESCRIPTION, job.description() != null);
    values.there(
        Field.CONTACT,
        job.application().where() != com.aiqleads.acquisition.hiring.Application.Where.UNKNOWN);
    values.there(Field.LISTED_ON, job.postedOn() != null || job.postedText() != null);
    values.there(Field.SENIORITY, job.terms().seniority() != null);
    values.there(Field.EMPLOYMENT, job.terms().employmentType() != null);
    if (salary != null && salary.min() != null) {
      values.number(Field.SALARY, BigDecimal.valueOf(salary.min().minorUnits(), 2));
    }
    return new Sighted(job.number(), values.all);
  }

  /// What is there of one advertisement.
  final class Values {

    private final TreeMap<String, String> all = new TreeMap<>();

    private void text(Field field, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        all.put(field.id(), Sighted.mark(value));
      }
    }

    private void there(Field field, boolean isThere) {
      if (isThere) {
        all.put(field.id(), "1");
      }
    }

    private void number(Field field, @Nullable Number value) {
      if (value != null) {
        all.put(field.id(), new BigDecimal(value.toString()).stripTrailingZeros().toPlainString());
      }
    }

    private void derive() {
      ratio(Field.PRICE_PER_SQFT, Field.PRICE, Field.LIVING_AREA);
      ratio(Field.SQFT_PER_BEDROOM, Field.LIVING_AREA, Field.BEDROOMS);
      if (all.containsKey(Field.BEDROOMS.id()) && all.containsKey(Field.BATHROOMS.id())) {
        number(Field.BEDROOMS_OVER_BATHROOMS, figure(Field.BEDROOMS) - figure(Field.BATHROOMS));
      }
    }

    private void ratio(Field ratio, Field over, Field under) {
      if (all.containsKey(over.id()) && all.containsKey(under.id()) && figure(under) > 0) {
        number(ratio, Math.round(100 * figure(over) / figure(under)) / 100.0);
      }
    }

    private double figure(Field field) {
      return Double.parseDouble(java.util.Objects.requireNonNull(all.get(field.id())));
    }
  }
}
