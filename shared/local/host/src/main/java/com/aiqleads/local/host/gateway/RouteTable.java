package com.aiqleads.local.host.gateway;

import com.aiqleads.manifest.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the route of a request: of those that fit, the one whose first differing part is the more
/// exact, in the order literal, parameter, greedy.
public final class RouteTable {

  /// A route and the function that answers it.
  public record Entry(Route route, String functionId) {}

  /// The route found, with the values of its path parameters as they were sent.
  record Match(Entry entry, Map<String, String> parameters) {}

  private final List<Entry> entries;

  public RouteTable(List<Entry> entries) {
    this.entries = entries.stream().sorted(Comparator.comparing(RouteTable::rank)).toList();
  }

  Optional<Match> find(String method, String rawPath) {
    List<String> path = segments(rawPath);
    return entries.stream()
        .filter(entry -> entry.route().method().equals(method))
        .flatMap(entry -> match(entry, path).stream())
        .findFirst();
  }

  private static Optional<Match> match(Entry entry, List<String> path) {
    List<String> pattern = segments(entry.route().path());
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String part = pattern.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (greedy(part)) {
        parameters.put(name(part), String.join("/", path.subList(i, path.size())));
        return Optional.of(new Match(entry, parameters));
      }
      if (parameter(part)) {
        parameters.put(name(part), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return pattern.size() == path.size()
        ? Optional.of(new Match(entry, parameters))
        : Optional.empty();
  }

  /// Sorts literals before parameters before greedy ones, part by part.
  private static String rank(Entry entry) {
    StringBuilder rank = new StringBuilder();
    for (String part : segments(entry.route().path())) {
      rank.append(greedy(part) ? '2' : parameter(part) ? '1' : '0');
    }
    return rank.append('3').toString();
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    segments.removeFirst();
    if (segments.size() == 1 && segments.getFirst().isEmpty()) {
      segments.clear();
    }
    return segments;
  }

  private static boolean parameter(String part) {
    return part.startsWith("{");
  }

  private static boolean greedy(String part) {
    return part.endsWith("+}");
  }

  private static String name(String part) {
    return part.substring(1, part.length() - (greedy(part) ? 2 : 1));
  }
}
