package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.ReturnsPage.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went back to the buyers of all teams.
public record RefundsPage(
    Wanted wanted,
    List<Choice> kinds,
    List<Choice> states,
    List<Row> refunds,
    @Nullable String next) {

  /// What the form says; empty where it says nothing.
  public record Wanted(
      String kind, String state, String team, String order, String from, String until) {}

  /// Money that went back once.
  ///
  /// @param lead empty if none was given back
  /// @param order empty if it became no sale
  /// @param paper the id of its credit note; empty until it is written
  public record Row(
      String at,
      String kind,
      String state,
      String amount,
      String currency,
      String reason,
      String decider,
      String team,
      String lead,
      String order,
      String paper,
      String number) {}

  public RefundsPage {
    kinds = List.copyOf(kinds);
    states = List.copyOf(states);
    refunds = List.copyOf(refunds);
  }
}
