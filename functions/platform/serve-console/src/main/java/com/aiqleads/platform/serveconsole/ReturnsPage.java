package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the team gave back, and what it may.
///
/// @param line the bought lead that the form is for, or nothing
/// @param reason what was chosen in the form when it was refused
/// @param evidence what was written in it
/// @param mayReturn whether the viewer buys for the team
/// @param next the address of the next page
public record ReturnsPage(
    List<Line> returns,
    List<Choice> reasons,
    String line,
    String reason,
    String evidence,
    boolean mayReturn,
    List<String> refusals,
    @Nullable String next) {

  /// One return.
  ///
  /// @param why what was written in its appeal when that was refused
  public record Line(
      String id,
      String lead,
      String headline,
      String at,
      String reason,
      String state,
      List<String> because,
      boolean appealable,
      String why) {

    public Line {
      because = List.copyOf(because);
    }
  }

  /// Why a lead may be given back.
  public record Choice(String code, String text) {}

  public ReturnsPage {
    returns = List.copyOf(returns);
    reasons = List.copyOf(reasons);
    refusals = List.copyOf(refusals);
  }
}
