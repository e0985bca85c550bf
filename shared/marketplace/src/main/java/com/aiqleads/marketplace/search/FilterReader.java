package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoPoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads which leads are meant.
public final class FilterReader {
  public static final Set<String> NAMES =
      Stream.concat(
              Stream.of(
                  "q",
                  "available",
                  "minPrice",
                  "maxPrice",
                  "minAsking",
                  "maxAsking",
                  "near",
                  "radiusKm",
                  "box"),
              Arrays.stream(Facet.values()).map(Facet::parameter))
          .collect(Collectors.toCollection(TreeSet::new));

  public static final String BOX_RULE =
      "must be south,west,north,east in degrees, with south <= north and west <= east";

  private static final int MAX_WORDS = 20;
  private static final int MAX_CHOICES = 20;
  private static final double DEFAULT_RADIUS_KM = 25;
  private static final String MONEY_RULE = "must be an amount in dollars, for example 12.50";

  private final QueryParameters parameters;
  private final Instant now;

  public FilterReader(QueryParameters parameters, Instant now) {
    this.parameters = parameters;
    this.now = now;
  }

  /// Whole only if nothing was wrong: ask the parameters.
  public Filter read() {
    return new Filter(
        words(),
        choices(),
        range("minPrice", "maxPrice"),
        range("minAsking", "maxAsking"),
        area(),
        availableAt());
  }

  /// To the second, so that whoever asks within it asks the same.
  private @Nullable Instant availableAt() {
    return parameters.value("available", "must be true or false", FilterReader::truth).orElse(false)
        ? now.truncatedTo(ChronoUnit.SECONDS)
        : null;
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private List<String> words() {
    List<String> words =
        parameters
            .value(
                "q",
                "must have a word or a number to look for",
                text -> Optional.of(Words.of(text)).filter(found -> !found.isEmpty()))
            .orElse(List.of());
    if (words.size() > MAX_WORDS) {
      parameters.refuse("q", "must have at most " + MAX_WORDS + " words");
    }
    return words;
  }

  private Map<Facet, Set<String>> choices() {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values =
          parameters.text(facet.parameter()).map(FilterReader::parts).orElse(Set.of());
      if (values.size() > MAX_CHOICES) {
        parameters.refuse(facet.parameter(), "must have at most " + MAX_CHOICES + " values");
      } else if (!values.isEmpty()) {
        chosen.put(facet, values);
      }
    }
    return chosen;
  }

  private static Set<String> parts(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Range range(String minimum, String maximum) {
    @Nullable Long from = parameters.value(minimum, MONEY_RULE, Readers::cents).orElse(null);
    @Nullable Long to = parameters.value(maximum, MONEY_RULE, Readers::cents).orElse(null);
    if (from != null && to != null && from > to) {
      parameters.refuse(minimum, "must not be more than " + maximum);
      return Range.ALL;
    }
    return new Range(from, to);
  }

  private Area area() {
    Optional<GeoPoint> center =
        parameters.value(
            "near",
            "must be latitude,longitude in degrees, for example 25.76,-80.19",
            Readers::point);
    Optional<Long> radius = radiusMetres();
    var box = parameters.value("box", BOX_RULE, Readers::box);
    if (parameters.has("near") && parameters.has("box")) {
      parameters.refuse("box", "cannot be combined with near");
    }
    if (parameters.has("radiusKm") && !parameters.has("near")) {
      parameters.refuse("radiusKm", "needs near");
    }
    if (center.isPresent()) {
      long metres = radius.orElse(Math.round(DEFAULT_RADIUS_KM * 1_000));
      return new Area.Near(center.orElseThrow(), metres);
    }
    return box.<Area>map(Area.Within::new).orElseGet(Area.Everywhere::new);
  }

  private Optional<Long> radiusMetres() {
    return parameters.value(
        "radiusKm",
        "must be more than 0 and at most " + Area.Near.MAX_RADIUS_KM,
        text ->
            Readers.decimal(text)
                .map(km -> Math.round(km * 1_000))
                .filter(metres -> metres > 0 && metres <= Area.Near.MAX_RADIUS_KM * 1_000L));
  }
}
