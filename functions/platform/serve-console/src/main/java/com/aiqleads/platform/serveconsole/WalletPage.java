package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The money of the team.
///
/// @param frozen not said if there is nothing, and so is what is owed
/// @param card not said if nothing is known of it
/// @param next the address of the next page of movements
/// @param from the first day of a statement, if nobody chooses another
public record WalletPage(
    String balance,
    String setAside,
    String available,
    @Nullable String frozen,
    @Nullable String owed,
    boolean mayPay,
    @Nullable WalletCard card,
    List<Lot> lots,
    List<Movement> movements,
    @Nullable String next,
    String from,
    String until) {

  public record Lot(String kind, String amount, String remaining, String until) {}

  public record Movement(String at, String what, String amount, String balance) {}

  public WalletPage {
    lots = List.copyOf(lots);
    movements = List.copyOf(movements);
  }
}
