package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the team wants its leads, and what became of each delivery.
///
/// @param mayChange whether the viewer manages the team
/// @param mayRepeat whether the viewer may have something delivered again
/// @param fresh the secret that was just made, or nothing
/// @param next the address of the next page
public record DeliveryPage(
    List<Address> addresses,
    List<Line> deliveries,
    boolean mayChange,
    boolean mayRepeat,
    String fresh,
    List<String> refusals,
    @Nullable String next) {

  /// One endpoint.
  ///
  /// @param off why nothing is sent there, or nothing
  public record Address(String id, String url, String addedAt, @Nullable String off) {}

  /// One delivery.
  ///
  /// @param lead none of a test
  /// @param repeatable whether its address is still there and on
  public record Line(
      String id,
      String at,
      @Nullable String lead,
      String url,
      String state,
      String detail,
      boolean repeatable) {}

  public DeliveryPage {
    addresses = List.copyOf(addresses);
    deliveries = List.copyOf(deliveries);
    refusals = List.copyOf(refusals);
  }
}
