package com.aiqleads.marketplace.pricelead;

import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.pricing.Pricing;

/// Asks no store and no clock: the same event gives the same price.
record PriceLead(Pricing pricing) {

  LeadPriced price(LeadScored scored) {
    Price price =
        pricing.price(
            FromEvents.lead(scored.lead()),
            FromEvents.score(scored.quality()),
            FromEvents.score(scored.fraud()));
    return new LeadPriced(
        scored.lead(), scored.contact(), scored.quality(), scored.fraud(), ToEvents.price(price));
  }
}
