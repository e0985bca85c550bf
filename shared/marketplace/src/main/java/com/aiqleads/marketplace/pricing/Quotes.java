package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.Price;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Every price that was ever on sale, and what the next one is made of.
public interface Quotes {

  /// By which book leads are priced now, and what the market says of each.
  Map<LeadId, Terms> terms(Map<LeadId, Segment> leads);

  default Terms terms(LeadId lead, Segment segment) {
    return Objects.requireNonNull(terms(Map.of(lead, segment)).get(lead));
  }

  /// What a lead costs that is on sale, or has cost that the team bought.
  Optional<Price> inForce(TeamId viewer, LeadId lead);

  default void keep(LeadId lead, long version, Quote quote, Instant at) {
    keep(List.of(new Quoted(lead, version, quote)), at);
  }

  void keep(List<Quoted> quoted, Instant at);

  /// The newest first.
  List<KeptQuote> history(LeadId lead, int limit);

  record Terms(PriceBook book, Market market) {}

  record Quoted(LeadId lead, long version, Quote quote) {

    public Price price() {
      return quote.price();
    }
  }

  record KeptQuote(Quote quote, Instant at) {}
}
