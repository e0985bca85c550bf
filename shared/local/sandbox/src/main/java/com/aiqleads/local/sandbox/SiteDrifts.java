package com.aiqleads.local.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// How each site writes its pages once it has drifted, in words of that site.
final class SiteDrifts {

  private static final String DOLLARS = "(\\$)([\\d,]{6,})(\\b)";
  private static final Map<String, Map<Drift, Rewriting>> REWRITINGS =
      Map.of(
          "craigslist", craigslist(),
          "zillow", zillow(),
          "facebook", facebook(),
          "fsbo", fsbo(),
          "forsalebyowner", byOwner(),
          "linkedin", linkedIn());

  private SiteDrifts() {}

  static Map<Drift, Rewriting> of(String site) {
    return REWRITINGS.getOrDefault(site, Map.of());
  }

  static Set<String> sites() {
    return REWRITINGS.keySet();
  }

  private static Map<Drift, Rewriting> craigslist() {
    Map<Drift, Rewriting> all = new EnumMap<>(Drift.class);
    all.put(Drift.RENAMED, Rewriting.start().renames("class=\"price\"", "class=\"cl-amount\""));
    all.put(
        Drift.MOVED,
        Rewriting.start()
            .renames("class=\"attrgroup\"", "class=\"facts\"")
            .renames("class=\"housing\"", "class=\"rooms\"")
            .renames("numberOfBedrooms", "bedroomCount")
            .renames("numberOfBathroomsTotal", "bathroomCount"));
    all.put(
        Drift.SWAPPED,
        Rewriting.start()
            .replaces("(\\d+)BR / ([\\d.]+)Ba", "$2BR / $1Ba")
            .swaps("numberOfBedrooms", "numberOfBathroomsTotal")
            .replaces("class=\"housing\">/ \\d+br", "class=\"housing\">/ "));
    all.put(Drift.INSTALMENT, Rewriting.start().dividesAmounts(DOLLARS));
    all.put(Drift.EMPTIED, Rewriting.start().replaces("(class=\"price\">)\\$[\\d,]+", "$1"));
    all.put(
        Drift.RESHAPED,
        Rewriting.start()
            .renames("titletextonly", "posting-heading")
            .renames("cl-static-search-result", "cl-result-card"));
    all.put(
        Drift.TURNED,
        Rewriting.start()
            .swaps("data-latitude", "data-longitude")
            .swaps("\"latitude\"", "\"longitude\"")
            .replaces("(geo.position\" content=\")([-\\d.]+);([-\\d.]+)", "$1$3;$2"));
    return all;
  }

  private static Map<Drift, Rewriting> zillow() {
    Map<Drift, Rewriting> all = new EnumMap<>(Drift.class);
    all.put(
        Drift.RENAMED,
        Rewriting.start()
            .renames("price\\\":", "listAmount\\\":")
            .renames("\"price\":", "\"listAmount\":")
            .renames("unformattedPrice", "rawAmount")
            .renames("testid=\"price\"", "testid=\"amount\"")
            .renames("property-card-price", "property-card-amount"));
    all.put(
        Drift.MOVED,
        Rewriting.start()
            .replaces("(\\\\+\"bedrooms\\\\+\"):(\\d+)", "$1:{\\\\\"count\\\\\":$2}")
            .replaces("(\\\\+\"livingAreaValue\\\\+\"):(\\d+)", "$1:{\\\\\"value\\\\\":$2}")
            .replaces("(\"beds\"):(\\d+)", "$1:{\"count\":$2}")
            .replaces("(\"area\"):(\\d+)", "$1:{\"value\":$2}")
            .renames("bed-bath-sqft-fact-container", "fact-box")
            .renames("floorSize", "size"));
    all.put(
        Drift.SWAPPED,
        Rewriting.start()
            .swaps("bedrooms\\\":", "bathrooms\\\":")
            .swaps("\"beds\":", "\"baths\":")
            .swaps(" beds<", " baths<")
            .replaces("bathroomsFull|bathroomsHalf", "unused"));
    all.put(
        Drift.INSTALMENT,
        Rewriting.start()
            .dividesAmounts(DOLLARS)
            .dividesAmounts("(price\\\\*\":|unformattedPrice\":)(\\d{5,})(\\b)"));
    all.put(
        Drift.EMPTIED,
        Rewriting.start()
            .replaces("(price\\\\*\":|unformattedPrice\":)\\d{5,}", "$1null")
            .replaces("\\$[\\d,]{6,}", ""));
    all.put(
        Drift.RESHAPED,
        Rewriting.start()
            .renames("gdpClientCache", "homeCache")
            .renames("searchPageState", "searchState"));
    all.put(
        Drift.TURNED,
        Rewriting.start()
            .swaps("latitude\\\":", "longitude\\\":")
            .swaps("\"latitude\":", "\"longitude\":"));
    return all;
  }

  private static Map<Drift, Rewriting> facebook() {
    Map<Drift, Rewriting> all = new EnumMap<>(Drift.class);
    all.put(
        Drift.RENAMED,
        Rewriting.start()
            .renames("\"listing_price\"", "\"price_info\"")
            .renames("\"formatted_price\"", "\"price_label\""));
    all.put(
        Drift.MOVED,
        Rewriting.start()
            .renames("unit_room_info", "rooms")
            .renames("unit_area_info", "area")
            .renames("pdp_fields", "fields")
            .renames("custom_title", "subtitle"));
    all.put(Drift.SWAPPED, Rewriting.start().swaps(" beds", " baths"));
    all.put(
        Drift.INSTALMENT,
        Rewriting.start()
            .dividesAmounts(DOLLARS)
            .dividesAmounts("(\"amount\":\")(\\d{5,})(\\.00\")"));
    all.put(
        Drift.EMPTIED,
        Rewriting.start()
            .replaces("\"amount\":\"[\\d.]+\"", "\"amount\":null")
            .replaces("\\$[\\d,]{6,}", ""));
    all.put(
        Drift.RESHAPED,
        Rewriting.start()
            .renames("marketplace_product_details_page", "product_details")
            .renames("marketplace_search", "search_of_market"));
    all.put(Drift.TURNED, Rewriting.start().swaps("\"latitude\"", "\"longitude\""));
    return all;
  }

  private static Map<Drift, Rewriting> fsbo() {
    Map<Drift, Rewriting> all = new EnumMap<>(Drift.class);
    all.put(Drift.RENAMED, Rewriting.start().renames("class=\"price\"", "class=\"asking\""));
    all.put(
        Drift.MOVED,
        Rewriting.start().renames("Bedrooms:", "Rooms to sleep in:").renames("Sq. Feet:", "Size:"));
    all.put(Drift.SWAPPED, Rewriting.start().swaps("Bedrooms:", "Bathrooms:"));
    all.put(Drift.INSTALMENT, Rewriting.start().dividesAmounts(DOLLARS));
    all.put(Drift.EMPTIED, Rewriting.start().replaces("(class=\"price\">)\\$[\\d,]+", "$1"));
    all.put(
        Drift.RESHAPED,
        Rewriting.start()
            .renames("listing-data", "details-grid")
            .renames("listing-right", "card-right")
            .renames("/listings/show/", "/home/show/"));
    return all;
  }

  private static Map<Drift, Rewriting> byOwner() {
    Map<Drift, Rewriting> all = new EnumMap<>(Drift.class);
    all.put(Drift.RENAMED, Rewriting.start().renames("\"listPrice\"", "\"askingPrice\""));
    all.put(
        Drift.MOVED,
        Rewriting.start()
            .replaces("\"bedrooms\":(\\d+)", "\"rooms\":{\"bedrooms\":$1}")
            .replaces("\"livingArea\":(\\d+)", "\"size\":{\"livingArea\":$1}"));
    all.put(Drift.SWAPPED, Rewriting.start().swaps("\"bedrooms\"", "\"bathrooms\""));
    all.put(Drift.INSTALMENT, Rewriting.start().dividesAmounts("(\"listPrice\":)(\\d{5,})(\\b)"));
    all.put(Drift.EMPTIED, Rewriting.start().replaces("\"listPrice\":\\d+", "\"listPrice\":null"));
    all.put(Drift.RESHAPED, Rewriting.start().renames("\"listings\"", "\"results\""));
    all.put(
        Drift.TURNED,
        Rewriting.start()
            .replaces("\"coordinates\":\\[([-\\d.]+),([-\\d.]+)]", "\"coordinates\":[$2,$1]"));
    return all;
  }

  private static Map<Drift, Rewriting> linkedIn() {
    Map<Drift, Rewriting> all = new EnumMap<>(Drift.class);
    all.put(
        Drift.RENAMED,
        Rewriting.start()
            .renames("topcard__title", "topcard__headline")
            .renames("base-search-card__title", "base-search-card__headline")
            .renames(">Industry<", ">Trade<")
            .renames("about-us__industry", "about-us__trade")
            .renames("top-card-layout__headline", "top-card-layout__trade"));
    all.put(
        Drift.MOVED,
        Rewriting.start()
            .renames("topcard__org-name-link", "topcard__employer")
            .renames("hidden-nested-link", "employer-link")
            .renames("base-search-card__subtitle", "base-search-card__employer")
            .renames("numberOfEmployees", "employees")
            .renames("about-us__size", "about-us__people")
            .renames(">Company size<", ">People<"));
    all.put(
        Drift.SWAPPED,
        Rewriting.start()
            .swaps("topcard__title", "topcard__org-name-link")
            .swaps("base-search-card__title", "base-search-card__subtitle")
            .swaps(">Industry<", ">Headquarters<")
            .swaps("about-us__industry", "about-us__headquarters"));
    all.put(
        Drift.RESHAPED,
        Rewriting.start()
            .renames("base-search-card", "jobs-card")
            .renames("topcard", "headcard")
            .renames("top-card-layout", "head-layout")
            .renames("data-test-id=\"about-us\"", "data-test-id=\"profile\"")
            .renames("@graph", "@items")
            .renames("description__job-criteria", "criteria"));
    return all;
  }
}
