package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that search knows of a lead: nothing that leads to the seller.
///
/// @param revision rises with every new price of this version of the lead
public record IndexedLead(
    LeadId leadId,
    long version,
    int revision,
    List<String> words,
    String city,
    String type,
    String beds,
    String priceBand,
    String qualityBand,
    List<String> sources,
    long priceCents,
    @Nullable Long askingCents,
    int quality,
    long firstSeenMillis,
    Cell cell) {

  /// What leads without a number of bedrooms have.
  private static final String UNKNOWN_BEDS = "unknown";

  public IndexedLead {
    words = List.copyOf(words);
    sources = List.copyOf(sources);
  }

  public static IndexedLead of(Lead lead, Score quality, Price price) {
    var asking = lead.advertisement().askingPrice();
    return new IndexedLead(
        lead.id(),
        lead.version(),
        0,
        wordsOf(lead),
        Facet.cityValue(lead.address().city(), lead.address().state()),
        lead.property().type(),
        bedsOf(lead.property()),
        PriceBand.of(price.amount()).id(),
        quality.band(),
        lead.sources(),
        price.amount().minorUnits(),
        asking == null ? null : asking.minorUnits(),
        quality.points(),
        lead.firstSeenAt().toEpochMilli(),
        lead.cell());
  }

  public List<String> values(Facet facet) {
    return switch (facet) {
      case CITY -> List.of(city);
      case TYPE -> List.of(type);
      case BEDS -> List.of(beds);
      case PRICE_BAND -> List.of(priceBand);
      case QUALITY_BAND -> List.of(qualityBand);
      case SOURCE -> sources;
    };
  }

  private static List<String> wordsOf(Lead lead) {
    String teaser = lead.teaser();
    String place = lead.address().state() + " " + lead.address().zip() + " " + lead.market();
    return Words.of(String.join(" ", lead.headline(), place, teaser == null ? "" : teaser));
  }

  private static String bedsOf(Property property) {
    Integer beds = property.bedrooms();
    return beds == null ? UNKNOWN_BEDS : Integer.toString(Math.min(beds, Facet.MOST_BEDS));
  }
}
