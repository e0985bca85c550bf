package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Advertisement;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.search.IndexedLead;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An offer as a row of `offers`: columns and values in one order.
final class OfferRow {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  OfferRow(Offer offer, Offers.Standing standing, ReasonsJson reasons) {
    Lead lead = offer.lead();
    values.put("lead_id", lead.id().value());
    values.put("offer_id", offer.id().value());
    values.put("version", lead.version());
    values.put("correlation_id", offer.journey().value());
    values.put("standing", standing.name());
    values.put("revision", 0);
    values.put("market", lead.market());
    values.put("listings", lead.listings());
    values.put("latitude", lead.point().latitude());
    values.put("longitude", lead.point().longitude());
    values.put("headline", lead.headline());
    values.put("teaser", lead.teaser());
    values.put("has_phone", offer.contact().hasPhone());
    values.put("has_email", offer.contact().hasEmail());
    values.put("quality_reasons", reasons.write(offer.quality().reasons()));
    values.put("fraud", offer.fraud().points());
    values.put("exclusive_price", offer.price().exclusive().minorUnits());
    values.put("price_book", offer.price().priceBook());
    values.put("price_reasons", reasons.write(offer.price().reasons()));
    values.put("currency", offer.price().amount().currency().getCurrencyCode());
    put(lead.advertisement());
    put(lead.address());
    put(lead.property());
    put(IndexedLead.of(lead, offer.quality(), offer.price()));
  }

  private void put(Advertisement advertisement) {
    values.put("listing_id", advertisement.listingId().value());
    values.put("source", advertisement.source());
    values.put("url", advertisement.url());
    values.put("title", advertisement.title());
    values.put("description", advertisement.description());
    values.put("listed_on", advertisement.listedOn());
    values.put("photo_urls", array(advertisement.photoUrls()));
    values.put("observed_at", advertisement.observedAt().atOffset(ZoneOffset.UTC));
  }

  private void put(Address address) {
    values.put("street", address.street());
    values.put("unit", address.unit());
    values.put("city_name", address.city());
    values.put("state", address.state());
    values.put("zip", address.zip());
  }

  private void put(Property property) {
    values.put("bedrooms", property.bedrooms());
    values.put("bathrooms", property.bathrooms());
    values.put("living_area_sqft", property.livingAreaSqft());
    values.put("lot_size_sqft", property.lotSizeSqft());
    values.put("year_built", property.yearBuilt());
  }

  private void put(IndexedLead indexed) {
    values.put("words", array(indexed.words()));
    values.put("city", indexed.city());
    values.put("type", indexed.type());
    values.put("beds", indexed.beds());
    values.put("price_band", indexed.priceBand());
    values.put("quality_band", indexed.qualityBand());
    values.put("sources", array(indexed.sources()));
    values.put("price", indexed.priceCents());
    values.put("asking", indexed.askingCents());
    values.put("quality", indexed.quality());
    values.put("first_seen", indexed.firstSeenMillis());
    values.put("cell", indexed.cell().number());
    values.put("grid_row", indexed.cell().row());
    values.put("grid_column", indexed.cell().column());
  }

  List<String> columns() {
    return List.copyOf(values.keySet());
  }

  List<@Nullable Object> values() {
    return new ArrayList<>(values.values());
  }

  static String placeholder(String column) {
    return column.endsWith("_reasons") ? "?::jsonb" : "?";
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
