package com.aiqleads.marketplace.quoteprice;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.pricing.Quotes.KeptQuote;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@SerdeImport(Reason.class)
final class PriceViews {

  private PriceViews() {}

  @Serdeable
  @Schema(description = "What a lead costs now, and why.")
  record QuoteView(
      LeadId leadId,
      @Schema(description = "With as many teams as the lead has slots.") Money shared,
      @Schema(description = "As its only buyer, ever.") Money exclusive,
      @Schema(description = "The version of the price book.") String priceBook,
      List<Reason> reasons) {

    static QuoteView of(LeadId lead, Price price) {
      return new QuoteView(
          lead, price.amount(), price.exclusive(), price.priceBook(), price.reasons());
    }
  }

  @Serdeable
  record HistoryView(LeadId leadId, List<PriceView> prices) {}

  @Serdeable
  record PriceView(
      Instant at, Money shared, Money exclusive, String priceBook, List<Reason> reasons) {

    static PriceView of(KeptQuote kept) {
      Price price = kept.quote().price();
      return new PriceView(
          kept.at(), price.amount(), price.exclusive(), price.priceBook(), price.reasons());
    }
  }
}
