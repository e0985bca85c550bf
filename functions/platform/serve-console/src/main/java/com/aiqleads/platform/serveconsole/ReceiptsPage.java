package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The receipts and credit notes of the team, and whom they name.
///
/// @param mayChange whether the viewer manages the team
/// @param next the address of the next page
public record ReceiptsPage(
    List<Row> receipts,
    String name,
    String state,
    boolean mayChange,
    @Nullable String next,
    List<String> refusals) {

  /// One paper.
  public record Row(String id, String number, String at, String what, String total) {}

  public ReceiptsPage {
    receipts = List.copyOf(receipts);
    refusals = List.copyOf(refusals);
  }
}
