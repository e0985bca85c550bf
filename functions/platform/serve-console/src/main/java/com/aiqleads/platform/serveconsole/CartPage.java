package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.WalletPage.Lot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the team holds, and what it may do with it.
///
/// @param ids of what can be bought now
/// @param total in the smallest unit, as the purchase names it
/// @param available nothing while the wallet cannot be read
/// @param ending credit of the wallet that runs out, in the order in which it is spent
public record CartPage(
    List<Line> lines,
    List<String> ids,
    long total,
    String totalText,
    @Nullable String available,
    boolean enough,
    List<Lot> ending,
    boolean mayBuy,
    List<Place> waits,
    List<String> refusals) {

  /// One hold.
  ///
  /// @param secondsLeft when the page was made: the browser's clock may be wrong
  /// @param payment by which somebody is paying for it
  public record Line(
      String id,
      String lead,
      String headline,
      String mode,
      String price,
      long secondsLeft,
      String untilText,
      int extensionsLeft,
      boolean onSale,
      @Nullable String payment) {

    boolean isForSale() {
      return onSale && payment == null;
    }
  }

  /// A place in the line for a lead that others hold.
  public record Place(
      String lead, String headline, String ahead, String sinceText, boolean onSale) {}

  public CartPage {
    ending = List.copyOf(ending);
    waits = List.copyOf(waits);
    lines = List.copyOf(lines);
    ids = List.copyOf(ids);
    refusals = List.copyOf(refusals);
  }
}
