package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all teams bought.
public record SalesPage(Wanted wanted, List<Row> sales, @Nullable String next) {

  /// What the form says; empty where it says nothing.
  public record Wanted(
      String team, String order, String lead, String from, String until, boolean refunded) {}

  /// An order, and what went back of it; empty if nothing did.
  ///
  /// @param receipt its id; empty until it is written
  public record Row(
      String order,
      String team,
      String at,
      String paid,
      String state,
      long leads,
      String total,
      String returned,
      String takenBack,
      String receipt,
      String number) {}

  public SalesPage {
    sales = List.copyOf(sales);
  }
}
