package com.aiqleads.marketplace.deliverlead;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for contacts by properties that HubSpot works out itself from whatever a team typed: the
/// area code and the number, without that of the country and without anything but digits.
///
/// https://developers.hubspot.com/docs/api-reference/search/guide
final class HubSpotSearch {

  private static final String SEARCHABLE = "hs_searchable_calculated_";
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1([0-9]{10})");
  private static final int MOST_NUMBERS = 10;

  private HubSpotSearch() {}

  /// Of whoever has one of them, at a desk or in a pocket.
  static Map<String, Object> ofNumbers(List<String> numbers) {
    List<String> digits = numbers.stream().limit(MOST_NUMBERS).map(HubSpotSearch::digits).toList();
    return Map.of(
        "filterGroups",
        Stream.of("phone_number", "mobile_number").map(name -> oneOf(name, digits)).toList(),
        "properties",
        List.of("phone"),
        "limit",
        1);
  }

  private static Map<String, Object> oneOf(String property, List<String> values) {
    return Map.of(
        "filters",
        List.of(Map.of("propertyName", SEARCHABLE + property, "operator", "IN", "values", values)));
  }

  /// Of numbers of other countries nobody here knows where that of the country ends.
  private static String digits(String e164) {
    return NORTH_AMERICAN.matcher(e164).replaceAll("$1").replace("+", "");
  }
}
