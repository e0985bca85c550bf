package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who takes what this function emits, as its manifest and those of the takers say.
@Singleton
public final class Routes {

  private final Map<String, List<Target>> targets;

  /// For example `LeadScored=marketplace-price-lead;LeadRejected=acquisition-keep-refusals`.
  Routes(@Value("${aiqleads.routes:}") String routes) {
    this.targets =
        split(routes, ";").stream()
            .map(route -> route.split("=", 2))
            .collect(Collectors.toMap(route -> route[0], route -> targets(route[1])));
  }

  /// Fails for an event that the manifest does not declare.
  public List<Target> of(Class<? extends Event> event) {
    List<Target> found = targets.get(EventNames.of(event));
    if (found == null) {
      throw new PermanentFailure(
          EventNames.of(event) + " is not under `emits` in this function's manifest");
    }
    return found;
  }

  private static List<Target> targets(String text) {
    return split(text, ",").stream().map(Target::new).toList();
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }
}
