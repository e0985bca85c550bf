package com.aiqleads.marketplace.standing;

import java.util.Locale;

/// Why a standing order did not get a lead.
public enum Miss {
  OUTSIDE_BUY_BOX("The lead is not what the order looks for."),
  ABOVE_LIMIT("The lead cost more than the limit."),
  PAUSED("The order was paused."),
  EXPIRED("The order was not valid any more."),
  NOT_YET_MADE("The order was not there yet when the lead came on sale or got its last price."),
  BEING_MATCHED("The lead is just being matched with standing orders."),
  CHANGED("The order was changed while the lead was matched."),
  OUTBID("Others came first: a higher limit, then earned priority, then the older order."),
  OWN_ORDER("Another standing order of your team got it."),
  ALREADY_OWNED("Your team had bought it before."),
  IN_CART("Your team had it in its cart."),
  FULL("All its slots were held or sold."),
  HAD_BEFORE("Somebody had it before and gave it back; nobody can have it alone any more."),
  COOLING_DOWN("Your team had let a hold of it go a short while before."),
  EARLY(
      "It was newly on sale, and plans with early access came first; the order is tried again when it"
          + " opens to yours, if it is still there."),
  NOT_ON_SALE("It was not on sale any more."),
  PRICE_CHANGED("Its price changed just then; it is matched again at the new one."),
  OVER_CAP("The order had bought as much as its caps let it."),
  OVER_LIMIT("Your team had taken as much as its limits let it."),
  TOO_MANY_HOLDS("Your team held as many leads as its plan lets it."),
  TOO_LITTLE_CREDIT("There was too little money in the wallet.");

  private final String sentence;

  Miss(String sentence) {
    this.sentence = sentence;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String sentence() {
    return sentence;
  }
}
