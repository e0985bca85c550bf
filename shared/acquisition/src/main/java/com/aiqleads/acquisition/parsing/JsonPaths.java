package com.aiqleads.acquisition.parsing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Paths of names that are looked for in one text together, as a tree: which of them go on behind a
/// name, and which ends there.
///
/// @param end the path that ends here; null if none does
record JsonPaths(Map<String, JsonPaths> next, @Nullable List<String> end) {

  /// None of them goes on where another ends: its value is taken in whole.
  static JsonPaths of(Collection<List<String>> paths) {
    return of(paths, 0);
  }

  private static JsonPaths of(Collection<List<String>> paths, int depth) {
    Map<String, JsonPaths> next = new LinkedHashMap<>();
    for (List<String> path : paths) {
      if (path.size() == depth) {
        return new JsonPaths(Map.of(), path);
      }
      String name = path.get(depth);
      next.computeIfAbsent(
          name,
          _ ->
              of(paths.stream().filter(each -> goesBy(each, path, depth + 1)).toList(), depth + 1));
    }
    return new JsonPaths(Map.copyOf(next), null);
  }

  private static boolean goesBy(List<String> path, List<String> other, int depth) {
    return path.size() >= depth && path.subList(0, depth).equals(other.subList(0, depth));
  }
}
