package com.aiqleads.acquisition.scoring;

import static com.aiqleads.acquisition.scoring.QualityReason.*;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.standing.HomeText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Contactability 25, freshness 20, seller 15, completeness 40. A lead's age is counted to the
/// moment of its last observation, so that the same lead always has the same quality.
public final class QualityRules {

  /// Words that speak of the home: whose name stands beside them must not count.
  static final int WELL_DESCRIBED_FROM_WORDS = 28;
  static final int MANY_PHOTOS_FROM = 5;
  static final int WEEK_DAYS = 7;
  static final int MONTH_DAYS = 31;
  static final int QUARTER_DAYS = 92;

  private static final Pattern AGENT =
      Pattern.compile(
          "listed by|listing (agent|courtesy|broker)|licensed (real estate )?(agent|broker)"
              + "|(?<!\\w)realty(?!\\w)|brokerage",
          Pattern.CASE_INSENSITIVE);

  private record Points(int points, Reason reason) {}

  private static final List<Function<Lead, Points>> RULES =
      List.of(
          lead -> either(!lead.contact().phones().isEmpty(), 15, PHONE_KNOWN, NO_PHONE),
          lead -> either(!lead.contact().emails().isEmpty(), 7, EMAIL_KNOWN, NO_EMAIL),
          lead -> either(lead.contact().name() != null, 3, NAME_KNOWN, NO_NAME),
          QualityRules::freshness,
          QualityRules::seller,
          lead -> either(hasRooms(lead.listing().property()), 8, ROOMS_KNOWN, ROOMS_UNKNOWN),
          lead ->
              either(
                  lead.listing().property().livingAreaSqft() != null,
                  6,
                  LIVING_AREA_KNOWN,
                  LIVING_AREA_UNKNOWN),
          lead -> either(isDescribed(lead.listing()), 6, WELL_DESCRIBED, HARDLY_DESCRIBED),
          QualityRules::photos,
          lead ->
              either(
                  lead.listing().property().yearBuilt() != null,
                  4,
                  YEAR_BUILT_KNOWN,
                  YEAR_BUILT_UNKNOWN),
          QualityRules::place,
          lead ->
              either(
                  lead.listing().property().lotSizeSqft() != null,
                  2,
                  LOT_SIZE_KNOWN,
                  LOT_SIZE_UNKNOWN));

  private QualityRules() {}

  public static Quality qualityOf(Lead lead) {
    List<Points> points = RULES.stream().map(rule -> rule.apply(lead)).toList();
    return new Quality(
        points.stream().mapToInt(Points::points).sum(),
        points.stream().map(Points::reason).toList());
  }

  private static Points either(boolean holds, int points, Reason yes, Reason no) {
    return holds ? new Points(points, yes) : new Points(0, no);
  }

  private static Points freshness(Lead lead) {
    LocalDate seen = lead.listing().observedAt().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate said = lead.listing().listedOn();
    LocalDate since = said == null ? lead.firstSeenAt().atZone(ZoneOffset.UTC).toLocalDate() : said;
    long days = ChronoUnit.DAYS.between(since, seen);
    if (days < WEEK_DAYS) {
      return new Points(20, LISTED_THIS_WEEK);
    }
    if (days < MONTH_DAYS) {
      return new Points(14, LISTED_THIS_MONTH);
    }
    return days < QUARTER_DAYS
        ? new Points(7, LISTED_THIS_QUARTER)
        : new Points(0, LISTED_LONG_AGO);
  }

  private static Points seller(Lead lead) {
    if (lead.listing().mlsNumber() != null) {
      return new Points(0, AGENT_LISTS_TOO);
    }
    boolean agent = texts(lead.listing()).anyMatch(text -> AGENT.matcher(text).find());
    return agent ? new Points(5, AGENT_MENTIONED) : new Points(15, OWNER_SELLS);
  }

  private static Points photos(Lead lead) {
    int photos = lead.listing().photoUrls().size();
    if (photos == 0) {
      return new Points(0, NO_PHOTOS);
    }
    return photos < MANY_PHOTOS_FROM ? new Points(4, FEW_PHOTOS) : new Points(8, MANY_PHOTOS);
  }

  private static Points place(Lead lead) {
    return switch (lead.location().accuracy()) {
      case ROOFTOP, STREET -> new Points(6, EXACT_PLACE);
      case ZIP, CITY -> new Points(2, ROUGH_PLACE);
    };
  }

  private static boolean hasRooms(Property property) {
    return property.bedrooms() != null && property.bathrooms() != null;
  }

  private static boolean isDescribed(Listing listing) {
    return HomeText.of(listing.description()).words().size() >= WELL_DESCRIBED_FROM_WORDS;
  }

  private static Stream<String> texts(Listing listing) {
    return Stream.of(listing.title(), listing.description() == null ? "" : listing.description());
  }
}
