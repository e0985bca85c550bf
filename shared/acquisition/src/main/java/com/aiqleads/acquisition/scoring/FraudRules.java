package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.contact.ContactRemark;
import com.aiqleads.kernel.Money;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Looks for the signals of fraud in a lead.
public final class FraudRules {

  static final long MIN_CENTS_PER_SQFT = 25_00;
  static final int MAX_POINTS = 100;

  private static final Pattern MONEY =
      phrase(
          "wire (me |us )?(the |a )?(money|transfer|deposit|funds)|western union|money ?gram"
              + "|gift cards?|bitcoin|crypto(currency)? only|credit report"
              + "|(send|pay|transfer) (me |us )?(a |the )?(refundable )?deposit"
              + "|deposit (first|before|by (wire|zelle|cash ?app))");
  private static final Pattern ABROAD =
      phrase(
          "(out of|outside) the (country|state)|overseas|missionary|deployed|work(ing)? abroad"
              + "|(keys|key) (will be |are )?(mailed|shipped|sent)|cannot show|can't show"
              + "|drive by (only|and look)");

  private FraudRules() {}

  public static Fraud fraudIn(Lead lead) {
    List<FraudSignal> signals =
        Arrays.stream(FraudSignal.values()).filter(signal -> shows(lead, signal)).toList();
    int points = signals.stream().mapToInt(FraudSignal::points).sum();
    return new Fraud(Math.min(points, MAX_POINTS), List.<Reason>copyOf(signals));
  }

  private static boolean shows(Lead lead, FraudSignal signal) {
    return switch (signal) {
      case ASKS_FOR_MONEY -> MONEY.matcher(text(lead.listing())).find();
      case SELLER_ABROAD -> ABROAD.matcher(text(lead.listing())).find();
      case PRICE_TOO_LOW -> isTooCheap(lead.listing());
      case PHONE_SHARED -> isRemarked(lead, ContactRemark.PHONE_SHARED);
      case PHONE_FOREIGN -> isRemarked(lead, ContactRemark.PHONE_FOREIGN);
      case PHONE_FICTIONAL -> isRemarked(lead, ContactRemark.PHONE_FICTIONAL);
      case THROW_AWAY_MAIL -> isRemarked(lead, ContactRemark.EMAIL_DISPOSABLE);
      case ZIP_ELSEWHERE -> lead.location().accuracy() == Accuracy.CITY;
      case NO_CONTACT -> !lead.contact().isReachable();
      case NO_PHOTOS -> lead.listing().photoUrls().isEmpty();
    };
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
