package com.aiqleads.marketplace.quoteprice;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.quoteprice.PriceViews.HistoryView;
import com.aiqleads.marketplace.quoteprice.PriceViews.PriceView;
import com.aiqleads.marketplace.quoteprice.PriceViews.QuoteView;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Of leads that the team may see: those on sale, and its own.
@Singleton
record QuotePrice(Quotes quotes) {

  private static final int MOST = 100;

  Optional<QuoteView> now(TeamId viewer, LeadId lead) {
    return quotes.inForce(viewer, lead).map(price -> QuoteView.of(lead, price));
  }

  Optional<HistoryView> history(TeamId viewer, LeadId lead) {
    return quotes
        .inForce(viewer, lead)
        .map(
            _ ->
                new HistoryView(
                    lead, quotes.history(lead, MOST).stream().map(PriceView::of).toList()));
  }
}
