package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The money of the team.
///
/// @param frozen not said if there is nothing, and so is what is owed
/// @param card not said if nothing is known of it
/// @param pending what is on its way into the wallet, or waits for somebody
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
    List<Pending> pending,
    List<Lot> lots,
    List<Movement> movements,
    @Nullable String next,
    String from,
    String until) {

  /// Money that is not in the wallet yet.
  ///
  /// @param next what happens next
  /// @param page where to go on, if somebody of the team has to
  public record Pending(
      String amount, String what, String since, String next, @Nullable String page) {}

  public record Lot(String kind, String amount, String remaining, String until) {}

  public record Movement(String at, String what, String amount, String balance) {}

  public WalletPage {
    pending = List.copyOf(pending);
    lots = List.copyOf(lots);
    movements = List.copyOf(movements);
  }
}
