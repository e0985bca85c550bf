package com.aiqleads.platform.serveconsole;

import java.util.List;

/// What the team holds, and what it may do with it.
///
/// @param ids of what can be bought now
/// @param total in the smallest unit, as the purchase names it
public record CartPage(
    List<Line> lines,
    List<String> ids,
    long total,
    String totalText,
    String available,
    boolean enough,
    boolean mayBuy,
    List<String> refusals) {

  /// One hold.
  ///
  /// @param until for a clock that runs, as an instant
  public record Line(
      String id,
      String lead,
      String headline,
      String mode,
      String price,
      String until,
      String untilText,
      int extensionsLeft,
      boolean onSale) {}

  public CartPage {
    lines = List.copyOf(lines);
    ids = List.copyOf(ids);
    refusals = List.copyOf(refusals);
  }
}
