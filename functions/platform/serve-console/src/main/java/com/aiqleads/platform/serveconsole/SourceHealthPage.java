package com.aiqleads.platform.serveconsole;

import java.util.List;

/// How sources do.
///
/// @param accepts whether whoever looks may end a quarantine
public record SourceHealthPage(List<Line> sources, boolean accepts, List<String> refusals) {

  /// One source.
  ///
  /// @param state in a word or two: well, in quarantine, given up, throttled
  public record Line(
      String id,
      String state,
      boolean alarmed,
      boolean quarantined,
      String breaker,
      String limiter,
      String yield,
      String cost,
      List<String> alarms,
      List<Fill> fills,
      List<Outcome> outcomes,
      Chart chart,
      List<Drifted> drifted) {

    public Line {
      alarms = List.copyOf(alarms);
      fills = List.copyOf(fills);
      outcomes = List.copyOf(outcomes);
      drifted = List.copyOf(drifted);
    }
  }

  /// A field: how many records have it usually, and in the newest batch of pages of its kind.
  ///
  /// @param field with the kind of pages before it where a source has several
  public record Fill(String field, long usualPercent, long lastPercent, boolean fallen) {}

  public record Outcome(String outcome, long pages) {}

  /// A market in quarantine.
  public record Drifted(
      String market, String since, long withheld, List<String> objections, List<String> proposals) {

    public Drifted {
      objections = List.copyOf(objections);
      proposals = List.copyOf(proposals);
    }
  }

  public SourceHealthPage {
    sources = List.copyOf(sources);
    refusals = List.copyOf(refusals);
  }
}
