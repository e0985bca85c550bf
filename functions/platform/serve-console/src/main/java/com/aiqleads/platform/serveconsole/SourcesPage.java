package com.aiqleads.platform.serveconsole;

import java.util.List;

/// What is fetched, where and until when; and the forms to decide otherwise, for who may.
public record SourcesPage(List<Line> sources, boolean decides, List<String> refusals) {

  /// One source.
  ///
  /// @param state fetched, or why it is not
  public record Line(
      String id,
      boolean permitted,
      String state,
      String basis,
      String approvedBy,
      String expiresAt,
      String fields,
      List<TargetLine> targets) {

    public Line {
      targets = List.copyOf(targets);
    }
  }

  public record TargetLine(String market, String place, String every, String state) {}

  public SourcesPage {
    sources = List.copyOf(sources);
    refusals = List.copyOf(refusals);
  }
}
