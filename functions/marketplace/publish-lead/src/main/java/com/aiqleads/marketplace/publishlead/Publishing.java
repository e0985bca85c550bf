package com.aiqleads.marketplace.publishlead;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Quotes.Quoted;
import com.aiqleads.marketplace.pricing.Quotes.Terms;
import com.aiqleads.marketplace.pricing.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The prices of one transaction: what they are made of is asked for together, and they are
/// written down together.
final class Publishing {

  private final Quotes quotes;
  private final Map<LeadId, Terms> terms;
  private final List<Quoted> quoted = new ArrayList<>();

  Publishing(Quotes quotes, Map<LeadId, Segment> leads) {
    this.quotes = quotes;
    this.terms = new HashMap<>(quotes.terms(leads));
  }

  /// By the book in force now, and by what the market has said of the lead so far.
  Quote quote(Offer offer, Instant now) {
    Lead lead = offer.lead();
    Terms known = terms.get(lead.id());
    Terms of = known == null ? quotes.terms(lead.id(), Segment.of(lead)) : known;
    return new Pricing(of.book())
        .quote(Circumstances.of(lead, offer.quality(), offer.fraud(), of.market(), now));
  }

  /// What was asked of a lead says nothing any more once its offer has changed.
  void changed(LeadId lead) {
    terms.remove(lead);
  }

  void quoted(Offer offer, Quote quote) {
    quoted.add(new Quoted(offer.lead().id(), offer.lead().version(), quote));
  }

  void conclude(Instant now) {
    quotes.keep(quoted, now);
  }
}
