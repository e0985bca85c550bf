package com.aiqleads.marketplace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why a lead must not be sold.
public enum SaleRule {
  UNREACHABLE("There is neither a phone number nor a mail address of the seller."),
  LIKELY_FRAUD("The signs of fraud are too many."),
  WORTHLESS("Too little is known about the lead to be worth a price.");

  static final int FRAUD_LIMIT_POINTS = 70;
  static final int QUALITY_LIMIT_POINTS = 20;

  private final String text;

  SaleRule(String text) {
    this.text = text;
  }

  /// Nothing, if the offer may be sold.
  public static List<Reason> against(Offer offer) {
    return Arrays.stream(values())
        .filter(rule -> rule.forbids(offer))
        .map(rule -> new Reason(rule.name().toLowerCase(Locale.ROOT), rule.text))
        .toList();
  }

  private boolean forbids(Offer offer) {
    return switch (this) {
      case UNREACHABLE -> !offer.contact().hasPhone() && !offer.contact().hasEmail();
      case LIKELY_FRAUD -> offer.fraud().points() >= FRAUD_LIMIT_POINTS;
      case WORTHLESS -> offer.quality().points() < QUALITY_LIMIT_POINTS;
    };
  }
}
