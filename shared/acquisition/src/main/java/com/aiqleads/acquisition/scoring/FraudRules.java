package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.contact.ContactRemark;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.kernel.Money;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Looks for the signals of fraud in a lead.
public final class FraudRules {

  static final long MIN_CENTS_PER_SQFT = 25_00;
  static final int MAX_POINTS = 100;

  static final int TEXTS_FROM = 3;
  static final int RENAMED_FROM = 2;
  static final int ACCOUNT_HOMES_FROM = 3;

  /// Of the median of comparable homes. Whoever needs a new roof and a kitchen asks for half.
  static final int BELOW_PERCENT = 65;

  static final int FAR_BELOW_PERCENT = 35;

  private static final Pattern MONEY =
      phrase(
          "wire (me |us )?(the |a )?(money|transfer|deposit|funds)|western union|money ?gram"
              + "|gift cards?|bitcoin|crypto(currency)? only|credit report"
              + "|(send|pay|transfer) (me |us )?(a |the )?(refundable )?deposit"
              + "|deposit (first|before|by (wire|zelle|cash ?app))");
  private static final Pattern ABROAD =
      phrase(
          "(out of|outside) the (country|state)|overseas|work(ing)? abroad"
              + "|(keys|key) (will be |are )?(mailed|shipped|sent)|cannot show|can't show"
              + "|drive by (only|and look)");

  private FraudRules() {}

  /// By what the lead says alone.
  public static Fraud fraudIn(Lead lead) {
    return fraudIn(lead, Standing.UNKNOWN);
  }

  public static Fraud fraudIn(Lead lead, Standing standing) {
    List<FraudSignal> signals =
        Arrays.stream(FraudSignal.values())
            .filter(signal -> shows(lead, standing, signal))
            .toList();
    int points = signals.stream().mapToInt(FraudSignal::points).sum();
    return new Fraud(Math.min(points, MAX_POINTS), List.<Reason>copyOf(signals));
  }

  private static boolean shows(Lead lead, Standing standing, FraudSignal signal) {
    return switch (signal) {
      case ASKS_FOR_MONEY -> MONEY.matcher(text(lead.listing())).find();
      case CLONED_CHEAPER -> standing.dearerTwins() > 0;
      case PHOTOS_REUSED -> standing.samePhotos() > 0;
      case TEXT_REUSED -> standing.sameTexts() >= TEXTS_FROM;
      case CONTACT_RENAMED -> standing.contactRenamed() >= RENAMED_FROM;
      case CONTACT_FAR_APART -> standing.contactStates() > 0;
      case ACCOUNT_FANS_OUT -> standing.accountHomes() >= ACCOUNT_HOMES_FROM;
      case PRICE_FAR_BELOW_OTHERS -> isBelow(lead.listing(), standing.level(), FAR_BELOW_PERCENT);
      case PRICE_BELOW_OTHERS ->
          isBelow(lead.listing(), standing.level(), BELOW_PERCENT)
              && !isBelow(lead.listing(), standing.level(), FAR_BELOW_PERCENT);
      case SELLER_ABROAD -> ABROAD.matcher(text(lead.listing())).find();
      case PRICE_TOO_LOW -> isTooCheap(lead.listing());
      case PHONE_SHARED -> isRemarked(lead, ContactRemark.PHONE_SHARED);
      case PHONE_FICTIONAL -> isRemarked(lead, ContactRemark.PHONE_FICTIONAL);
      case THROW_AWAY_MAIL -> isRemarked(lead, ContactRemark.EMAIL_DISPOSABLE);
      case MAIL_RELAYED -> isRemarked(lead, ContactRemark.EMAIL_RELAY);
      case ADDRESS_NOT_FOUND -> lead.location().accuracy() == Accuracy.ZIP;
      case ZIP_ELSEWHERE -> lead.location().accuracy() == Accuracy.CITY;
      case NO_CONTACT -> !lead.contact().isReachable();
      case NO_PHOTOS -> lead.listing().photoUrls().isEmpty();
    };
  }

  /// Below that share of the median, with enough homes to tell.
  private static boolean isBelow(Listing listing, Level level, int percent) {
    Money price = listing.price();
    Integer area = listing.property().livingAreaSqft();
    return price != null
        && area != null
        && level.homes() >= Level.MIN_HOMES
        && price.minorUnits() * 100 < level.medianCentsPerSqft() * area * percent;
  }

  private static boolean isTooCheap(Listing listing) {
    Money price = listing.price();
    Integer area = listing.property().livingAreaSqft();
    return price != null
        && area != null
        && listing.property().type() != PropertyType.MOBILE_HOME
        && price.minorUnits() < MIN_CENTS_PER_SQFT * area;
  }

  private static boolean isRemarked(Lead lead, ContactRemark remark) {
    return lead.contact().remarks().stream().anyMatch(one -> one.code().equals(remark.code()));
  }

  private static String text(Listing listing) {
    return listing.title() + "\n" + (listing.description() == null ? "" : listing.description());
  }

  /// Not by a boundary of words, for which Java walks back over all marks that stand in a row.
  private static Pattern phrase(String expression) {
    return Pattern.compile("(?<!\\w)(?:" + expression + ")", Pattern.CASE_INSENSITIVE);
  }
}
