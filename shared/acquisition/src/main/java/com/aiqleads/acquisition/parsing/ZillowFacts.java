package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How large a home is, what kind it is and how old, in all places of its own page that say so.
///
/// @param facts those that agents fill in, which say less of owners' homes
record ZillowFacts(
    Json home, Json facts, ZillowDrawn drawn, ZillowLinkedData linked, Readings readings) {

  private static final double SAME_LOT = 0.02;

  Property property(Page page) {
    Integer bedrooms =
        readings.of(
            "bedrooms",
            List.of(
                new Said<>("bedrooms", Figures.bedrooms(text("bedrooms"))),
                new Said<>("resoFacts.bedrooms", Figures.bedrooms(facts.get("bedrooms").text())),
                new Said<>("[data-testid=bed-bath-sqft-fact-container]", drawn.bedrooms()),
                new Said<>("ld numberOfBedrooms", linked.bedrooms())));
    BigDecimal bathrooms = bathrooms();
    Integer area =
        readings.of(
            "living area",
            List.of(
                new Said<>(
                    "livingAreaValue",
                    ZillowText.area(
                        text("livingAreaValue"),
                        ZillowText.first(text("livingAreaUnits"), text("livingAreaUnitsShort")))),
                new Said<>(
                    "livingArea", ZillowText.area(text("livingArea"), text("livingAreaUnits"))),
                new Said<>("[data-testid=bed-bath-sqft-fact-container]", drawn.area()),
                new Said<>("ld floorSize", linked.area())));
    return new Property(
        PropertyType.in(
            ZillowStatus.words(text("homeType")),
            ZillowStatus.words(facts.get("homeType").text()),
            linked.type()),
        bedrooms,
        bathrooms,
        area,
        lot(),
        readings.of(
            "year built",
            List.of(
                new Said<>("yearBuilt", Figures.yearBuilt(text("yearBuilt"), page.fetchedAt())),
                new Said<>(
                    "resoFacts.yearBuilt",
                    Figures.yearBuilt(facts.get("yearBuilt").text(), page.fetchedAt())))));
  }

  private @Nullable Integer lot() {
    return readings.of(
        "lot size",
        (one, other) -> Math.abs(one - other) <= SAME_LOT * Math.max(one, other),
        List.of(
            new Said<>(
                "lotAreaValue",
                ZillowText.lot(
                    text("lotAreaValue"),
                    ZillowText.first(text("lotAreaUnits"), text("lotAreaUnit")))),
            new Said<>("lotSize", Figures.area(text("lotSize"))),
            new Said<>("resoFacts.lotSize", Figures.lotSize(facts.get("lotSize").text()))));
  }

  /// Full and half ones count as they are, for `bathrooms` takes a half one for one: it says 3
  /// where the home has two and a half.
  private @Nullable BigDecimal bathrooms() {
    BigDecimal rooms = ZillowText.number(text("bathrooms"));
    return readings.of(
        "bathrooms",
        List.of(
            new Said<>("bathroomsFull, bathroomsHalf", ZillowBaths.fullAndHalf(full(), half())),
            new Said<>(
                "bathroomsFloat",
                ZillowText.number(
                    ZillowText.first(facts.get("bathroomsFloat").text(), text("bathroomsFloat")))),
            new Said<>("[data-testid=bed-bath-sqft-fact-container]", drawn.bathrooms()),
            new Said<>("description", ZillowBaths.halfIn(text("description"), rooms)),
            new Said<>("bathrooms", rooms),
            new Said<>("ld numberOfBathroomsTotal", linked.bathrooms())));
  }

  @Nullable BigDecimal full() {
    return ZillowText.first(
        facts.get("bathroomsFull").number(), home.get("bathroomsFull").number());
  }

  @Nullable BigDecimal half() {
    return ZillowText.first(
        facts.get("bathroomsHalf").number(), home.get("bathroomsHalf").number());
  }

  private @Nullable String text(String name) {
    return home.get(name).text();
  }
}
