package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.JobPageParser;

/// The pages that are compared with each other: of one kind, of one market of one source.
public record Scope(String source, String market, Kind kind) {

  /// A page of one advertisement, of the results of a search, or of a company.
  public enum Kind {
    LISTING,
    RESULTS,
    COMPANY
  }

  public static Scope of(PageState state) {
    return new Scope(state.target().source(), state.target().market(), kind(state));
  }

  private static Kind kind(PageState state) {
    if (state.kind() == PageState.Kind.RESULTS) {
      return Kind.RESULTS;
    }
    return JobBoard.find(state.target().source())
        .filter(board -> JobPageParser.of(board).isCompany(state.address()))
        .map(_ -> Kind.COMPANY)
        .orElse(Kind.LISTING);
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
