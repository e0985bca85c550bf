package com.aiqleads.local.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The listing directory in the manner of directory.forsalebyowner.com: JSON in, JSON out.
final class ByOwnerSite {

  static final String PREFIX = "/forsalebyowner";

  private static final int MAX_LIMIT = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final int NEARBY = 2;

  private final List<Home> homes;
  private final Faults faults;

  ByOwnerSite(List<Home> homes, Faults faults) {
    this.homes = homes.stream().filter(Home::onForSaleByOwner).toList();
    this.faults = faults;
  }

  Answer answer(Request request) {
    String path = request.path().substring(PREFIX.length());
    if (path.equals("/search/autocomplete")) {
      return autocomplete(request.form().getOrDefault("searchString", ""));
    }
    if (path.equals("/search/listings") && request.method().equals("POST")) {
      return listings(request.body());
    }
    return path.startsWith("/listing/_/") ? listing(path.substring(11)) : Answer.notFound();
  }

  private static Answer autocomplete(String words) {
    return Answer.json(
        Metro.named(words).stream().map(metro -> Map.of("_source", suggestion(metro))).toList());
  }

  private static Map<String, Object> suggestion(Metro metro) {
    return ordered("slug", metro.slug(), "type", "city", "name", metro.city + ", " + metro.state);
  }

  private Answer listings(String body) {
    String slug = field(body, "\"slug\"\\s*:\\s*\"([^\"]*)\"", "");
    int page = Math.max(1, number(body, "page", 1));
    int limit = Math.clamp(number(body, "limit", DEFAULT_LIMIT), 1, MAX_LIMIT);
    List<Home> found =
        homes.stream().filter(home -> home.place().metro().slug().equals(slug)).toList();
    List<Home> shown = found.stream().skip((long) (page - 1) * limit).limit(limit).toList();
    List<Home> nearby =
        homes.stream()
            .filter(home -> !home.place().metro().slug().equals(slug))
            .limit(NEARBY)
            .toList();
    int pages = (found.size() + limit - 1) / limit;
    return Answer.json(
        ordered(
            "success",
            true,
            "data",
            ordered(
                "nearbyListings", nearby.stream().map(this::item).toList(),
                "listings", shown.stream().map(this::item).toList(),
                "paging",
                    ordered(
                        "totalItemCount", found.size(),
                        "totalPageCount", pages,
                        "currentPage", page,
                        "limit", limit))));
  }

  private Answer listing(String id) {
    return homes.stream()
        .filter(home -> id.replace("/", "").equals(String.valueOf(home.ids().byOwner())))
        .findFirst()
        .map(home -> Answer.json(ordered("success", true, "data", item(home))))
        .orElseGet(Answer::notFound);
  }

  private Map<String, Object> item(Home home) {
    return ByOwnerItem.of(home, faults.isOn(Fault.REPRICE));
  }

  private static int number(String body, String name, int otherwise) {
    return Integer.parseInt(
        field(body, "\"" + name + "\"\\s*:\\s*(\\d{1,6})", String.valueOf(otherwise)));
  }

  private static String field(String body, String pattern, String otherwise) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  /// A map in the order given: name, value, name, value.
  static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    Stream.iterate(0, at -> at < namesAndValues.length, at -> at + 2)
        .forEach(at -> map.put((String) namesAndValues[at], namesAndValues[at + 1]));
    return Collections.unmodifiableMap(map);
  }
}
