package com.aiqleads.marketplace.pricelead;

import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.Pricing;

/// Asks no store and no clock: the same event gives the same price. An estimate by the first book;
/// what is on sale is quoted by publish-lead, which knows the market and the book of the day.
record PriceLead(Pricing pricing) {

  LeadPriced price(LeadScored scored) {
    Circumstances fresh =
        Circumstances.of(
            FromEvents.lead(scored.lead()),
            FromEvents.score(scored.quality()),
            FromEvents.score(scored.fraud()),
            Market.NONE,
            scored.lead().listing().observedAt());
    Price price = pricing.quote(fresh).price();
    return new LeadPriced(
        scored.lead(), scored.contact(), scored.quality(), scored.fraud(), ToEvents.price(price));
  }
}
