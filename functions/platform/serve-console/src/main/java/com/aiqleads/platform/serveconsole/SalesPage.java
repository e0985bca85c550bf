package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all teams bought.
public record SalesPage(Wanted wanted, List<Row> sales, @Nullable String next) {

  /// What the form says; empty where it says nothing.
  public record Wanted(
      String team, String order, String lead, String from, String until, boolean refunded) {}

  /// An order, and what went back of it; empty if nothing did.
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
      String receipt) {}

  public SalesPage {
    sales = List.copyOf(sales);
  }
}
