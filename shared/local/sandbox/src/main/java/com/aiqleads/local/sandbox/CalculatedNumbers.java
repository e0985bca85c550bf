package com.aiqleads.local.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The numbers of HubSpot's contacts, as they were typed and as it works them out for searching:
/// digits alone, without the country's. A search that tells the country's finds nobody.
final class CalculatedNumbers {

  private static final Pattern FILTER = Pattern.compile("\\{[^{}]*\"propertyName\"[^{}]*}");
  private static final Pattern VALUES =
      Pattern.compile("\"values?\"\\s*:\\s*(\\[[^]]*]|\"[^\"]*\")");
  private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
  private static final int WITH_COUNTRY = 11;

  /// By the property and what it says.
  private final Map<String, Long> contacts = new HashMap<>();

  void keep(String kind, String typed, long contact) {
    if (!typed.isEmpty()) {
      contacts.put(kind + "=" + typed, contact);
      contacts.put("hs_searchable_calculated_" + kind + "_number=" + calculated(typed), contact);
    }
  }

  List<Long> search(String body) {
    List<Long> found = new ArrayList<>();
    for (Matcher filter = FILTER.matcher(body); filter.find(); ) {
      String property = CrmSites.field(filter.group(), "propertyName");
      values(filter.group())
          .map(value -> contacts.get(property + "=" + value))
          .flatMap(contact -> Optional.ofNullable(contact).stream())
          .forEach(found::add);
    }
    return found.stream().distinct().toList();
  }

  private static Stream<String> values(String filter) {
    Matcher values = VALUES.matcher(filter);
    return values.find()
        ? VALUE.matcher(values.group(1)).results().map(value -> value.group(1))
        : Stream.empty();
  }

  private static String calculated(String typed) {
    String digits = NOT_DIGITS.matcher(typed).replaceAll("");
    return digits.length() == WITH_COUNTRY && digits.startsWith("1") ? digits.substring(1) : digits;
  }
}
