package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the team has bought.
///
/// @param mayReturn whether the viewer buys for the team
/// @param table where the same purchases and older ones are to be had as a table
/// @param next the address of the next page
public record PurchasesPage(
    List<Purchase> purchases, boolean mayReturn, String table, @Nullable String next) {

  public record Purchase(String at, String total, String receipt, List<Lead> leads) {

    public Purchase {
      leads = List.copyOf(leads);
    }
  }

  /// One bought lead.
  ///
  /// @param line its place in the order, by which it is given back
  /// @param returned what became of giving it back, or nothing
  public record Lead(
      String id, String line, String headline, String mode, String price, String returned) {}

  public PurchasesPage {
    purchases = List.copyOf(purchases);
  }
}
