package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;

/// The pages that are compared with each other: of one kind, of one market of one source.
public record Scope(String source, String market, Kind kind) {

  /// A page of one advertisement, or of the results of a search.
  public enum Kind {
    LISTING,
    RESULTS
  }

  public static Scope of(PageState state) {
    return new Scope(
        state.target().source(),
        state.target().market(),
        state.kind() == PageState.Kind.RESULTS ? Kind.RESULTS : Kind.LISTING);
  }

  public static Scope results(Target target) {
    return new Scope(target.source(), target.market(), Kind.RESULTS);
  }

  /// Its name in stores; [#parse] reads it.
  public String text() {
    return source + "/" + kind + "/" + market;
  }

  public static Scope parse(String text) {
    String[] parts = text.split("/", 3);
    return new Scope(parts[0], parts[2], Kind.valueOf(parts[1]));
  }
}
