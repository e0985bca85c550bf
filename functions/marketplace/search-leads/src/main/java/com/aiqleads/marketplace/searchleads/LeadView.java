package com.aiqleads.marketplace.searchleads;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import com.aiqleads.marketplace.LeadCard;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.Score;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Slots;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "A lead on sale. What leads to the seller is there only after the purchase.")
record LeadView(
    LeadId leadId,
    OfferId offerId,
    long version,
    String headline,
    @Nullable String teaser,
    String market,
    String city,
    String state,
    String zip,
    @Schema(description = "Rounded to about a kilometre.") GeoPoint location,
    @Nullable @Schema(description = "From the place searched near.") Double distanceKm,
    Property property,
    @Nullable Money askingPrice,
    @Nullable LocalDate listedOn,
    Instant firstSeenAt,
    List<String> sources,
    int listings,
    int photos,
    boolean hasPhone,
    boolean hasEmail,
    Score quality,
    Price price,
    Slots slots,
    @Nullable
        @Schema(
            description =
                "From when your plan can hold the lead, while plans with early access come first.")
        Instant opensAt,
    @Schema(description = "The journey through the functions that last changed the lead.")
        CorrelationId correlationId,
    boolean owned,
    @Nullable @Schema(description = "Of a single lead, only if your team owns it; a list has none.")
        BoughtView bought,
    @Schema(
            description =
                "Your team owns the lead, and its seller asked not to be contacted or was erased.")
        boolean withheld) {

  /// Among others: without its seller, also to who owns it.
  static LeadView listed(ShownLead lead, @Nullable GeoPoint from) {
    return of(lead, from, null);
  }

  /// By itself.
  static LeadView whole(ShownLead lead) {
    return of(lead, null, bought(lead));
  }

  private static LeadView of(ShownLead lead, @Nullable GeoPoint from, @Nullable BoughtView bought) {
    LeadCard card = lead.card();
    return new LeadView(
        card.leadId(),
        card.offerId(),
        card.version(),
        card.headline(),
        card.teaser(),
        card.market(),
        card.city(),
        card.state(),
        card.zip(),
        card.cell().point(),
        from == null ? null : card.cell().metresFrom(from) / 1_000.0,
        card.property(),
        card.askingPrice(),
        card.listedOn(),
        card.firstSeenAt(),
        card.sources(),
        card.listings(),
        card.photos(),
        card.hasPhone(),
        card.hasEmail(),
        card.quality(),
        card.price(),
        card.slots(),
        card.opensAt(),
        card.journey(),
        !(lead instanceof ShownLead.Preview),
        bought,
        lead instanceof ShownLead.Withheld);
  }

  private static @Nullable BoughtView bought(ShownLead lead) {
    return switch (lead) {
      case ShownLead.Preview _, ShownLead.Withheld _ -> null;
      case ShownLead.Owned owned -> BoughtView.of(owned);
    };
  }
}
