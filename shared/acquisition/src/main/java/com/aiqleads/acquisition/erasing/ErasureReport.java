package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.erasing.Erasures.Place;
import com.aiqleads.acquisition.erasing.Erasures.State;
import com.aiqleads.kernel.CorrelationId;
import java.time.Instant;
import java.util.Comparator;

/// What is signed: a text of lines without personal data. A second erasure of the same person that
/// found nothing proves the first.
public final class ErasureReport {

  private ErasureReport() {}

  public static String of(CorrelationId id, State state, Instant finishedAt) {
    StringBuilder text = new StringBuilder();
    line(text, "erasure", id.text());
    line(text, "subject", state.subject().toString());
    line(text, "asked", state.askedAt().toString());
    line(text, "finished", finishedAt.toString());
    state.places().stream()
        .sorted(Comparator.comparing(Place::name))
        .forEach(
            place ->
                line(
                    text,
                    "place",
                    "%s erased %d left %d".formatted(place.name(), place.erased(), place.left())));
    line(text, "found", state.places().stream().anyMatch(ErasureReport::isFound) ? "yes" : "no");
    state.before().ifPresent(before -> line(text, "after", before.text()));
    return text.toString();
  }

  private static boolean isFound(Place place) {
    return place.erased() > 0 || place.left() > 0;
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(' ').append(value).append('\n');
  }
}
