package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the search page's form asked for; fields left empty are not asked for.
record Query(Map<String, String> values) {

  private static final double KM_PER_DEGREE = 111.32;
  private static final double DEFAULT_RADIUS_KM = 25;
  private static final List<String> NOT_FOR_THE_MAP =
      List.of("near", "radiusKm", "sort", "cursor", "limit");

  /// The contiguous United States.
  private static final String EVERYWHERE = "24,-125,50,-66";

  Query {
    values = Map.copyOf(values);
  }

  static Query of(HttpRequest<?> request) {
    Map<String, String> values = new TreeMap<>();
    request
        .getParameters()
        .asMap()
        .forEach(
            (name, given) -> {
              String value = String.join(",", given);
              if (!value.isBlank()) {
                values.put(name, value);
              }
            });
    return new Query(values);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Query with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Query(more);
  }

  Query without(String name) {
    Map<String, String> fewer = new TreeMap<>(values);
    fewer.remove(name);
    return new Query(fewer);
  }

  /// The map asks by box alone: around a circle it is the box that holds it.
  Query forTheMap() {
    Map<String, String> kept = new TreeMap<>(values);
    kept.keySet().removeAll(NOT_FOR_THE_MAP);
    kept.putIfAbsent("box", has("near") ? boxAround(value("near"), value("radiusKm")) : EVERYWHERE);
    return new Query(kept);
  }

  String text() {
    return values.isEmpty()
        ? ""
        : new TreeMap<>(values)
            .entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String boxAround(String near, String radiusKm) {
    try {
      String[] place = near.split(",", -1);
      double latitude = Double.parseDouble(place[0]);
      double longitude = Double.parseDouble(place[1]);
      double radius = radiusKm.isEmpty() ? DEFAULT_RADIUS_KM : Double.parseDouble(radiusKm);
      double up = radius / KM_PER_DEGREE;
      double across = up / Math.max(0.01, Math.cos(Math.toRadians(latitude)));
      return String.format(
          Locale.ROOT,
          "%.4f,%.4f,%.4f,%.4f",
          Math.max(-90, latitude - up),
          Math.max(-180, longitude - across),
          Math.min(90, latitude + up),
          Math.min(180, longitude + across));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      return EVERYWHERE;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
