package com.aiqleads.marketplace.events;

import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import java.util.List;

/// From our records to those of events.
public final class ToEvents {

  private ToEvents() {}

  public static com.aiqleads.events.marketplace.Price price(Price price) {
    return new com.aiqleads.events.marketplace.Price(
        price.amount(), price.priceBook(), reasons(price.reasons()));
  }

  public static List<com.aiqleads.events.acquisition.Reason> reasons(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> new com.aiqleads.events.acquisition.Reason(reason.code(), reason.text()))
        .toList();
  }
}
