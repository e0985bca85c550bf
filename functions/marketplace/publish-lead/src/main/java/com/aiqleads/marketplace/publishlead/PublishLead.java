package com.aiqleads.marketplace.publishlead;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.events.marketplace.OfferErased;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Change;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.SaleRule;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Segment;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the offer and says what became of it. What must not be sold is kept as well, withdrawn: or
/// an older version that comes late would be sold.
@Singleton
record PublishLead(Offers offers, Quotes quotes, InstantSource clock) {
  private static final String STEP = "publish-lead";

  /// Whoever says this may not be contacted by those who have bought the lead either.
  private static final String SUPPRESSED = "suppressed";

  /// The advertisement itself sells nothing any more, whoever objects or doubts.
  private static final Set<String> GONE = Set.of("gone", "not_found", "under_contract");

  Publishing begin(Set<LeadId> leads, Map<LeadId, Segment> priced) {
    offers.reserve(leads);
    return new Publishing(quotes, priced);
  }

  void conclude(Publishing publishing) {
    publishing.conclude(clock.instant());
  }

  List<Event> end(LeadEnded ended, Publishing publishing, CorrelationId journey) {
    publishing.changed(ended.leadId());
    if (ended.reasons().stream().anyMatch(reason -> reason.code().equals(SUPPRESSED))) {
      offers.withhold(ended.leadId(), ended.version());
    }
    return switch (offers.end(ended.leadId(), ended.version(), journey)) {
      case STORED, OUTDATED -> List.of();
      case TAKEN_OFF_SALE -> {
        if (ended.reasons().stream().anyMatch(reason -> GONE.contains(reason.code()))) {
          offers.noteGone(ended.leadId(), ended.version(), ended.endedAt());
        }
        yield List.of(withdrawn(ended.leadId(), ended.version(), ended.reasons()));
      }
    };
  }

  /// The withdrawal empties the search index as well.
  List<Event> erase(LeadErased asked, Publishing publishing, CorrelationId journey) {
    publishing.changed(asked.leadId());
    long erased = offers.erase(asked.leadId(), asked.version(), journey);
    List<com.aiqleads.events.acquisition.Reason> reasons =
        List.of(
            new com.aiqleads.events.acquisition.Reason(
                "erased", "What was known of it may not be kept any longer."));
    return List.of(
        withdrawn(asked.leadId(), asked.version(), reasons),
        new OfferErased(asked.erasureId(), asked.leadId(), erased, clock.instant()));
  }

  List<Event> publish(LeadPriced priced, Publishing publishing, CorrelationId journey) {
    Offer said = FromEvents.offer(priced, journey);
    Quote quote = publishing.quote(said, clock.instant());
    Offer offer = said.at(quote.price());
    List<Reason> refusals = SaleRule.against(offer);
    Standing standing = refusals.isEmpty() ? Standing.ON_SALE : Standing.WITHDRAWN;
    Change change = offers.store(offer, standing);
    publishing.changed(offer.lead().id());
    if (change == Change.STORED && refusals.isEmpty()) {
      publishing.quoted(offer, quote);
    }

    return switch (change) {
      case OUTDATED -> List.of();
      case STORED ->
          List.of(refusals.isEmpty() ? published(offer, priced) : rejected(priced, refusals));
      case TAKEN_OFF_SALE ->
          List.of(
              rejected(priced, refusals),
              withdrawn(offer.lead().id(), offer.lead().version(), ToEvents.reasons(refusals)));
    };
  }

  private LeadPublished published(Offer offer, LeadPriced priced) {
    return new LeadPublished(
        offer.id(),
        priced.lead(),
        priced.quality(),
        ToEvents.price(offer.price()),
        Offer.SLOTS,
        offer.contact().hasPhone(),
        offer.contact().hasEmail(),
        clock.instant());
  }

  private LeadRejected rejected(LeadPriced priced, List<Reason> refusals) {
    ListingFacts listing = priced.lead().listing();
    return new LeadRejected(
        priced.lead().listingId(),
        listing.source(),
        listing.url(),
        STEP,
        ToEvents.reasons(refusals),
        clock.instant(),
        listing.observedAt());
  }

  private LeadWithdrawn withdrawn(
      LeadId lead, long version, List<com.aiqleads.events.acquisition.Reason> reasons) {
    return new LeadWithdrawn(Offer.idOf(lead), lead, version, reasons, clock.instant());
  }
}
