package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The saved card of the team, and what is taken from it while nobody is there.
///
/// @param name by what people know it; none if there is none
/// @param page where to type one that is being saved
/// @param charges the newest first
public record WalletCard(
    @Nullable String name,
    @Nullable String page,
    boolean mayChange,
    Consent saving,
    Filling filling,
    List<Charge> charges) {

  public WalletCard {
    charges = List.copyOf(charges);
  }

  /// What somebody agrees to.
  public record Consent(String version, String text) {}

  /// Automatic top-up.
  ///
  /// @param what how it stands, in a sentence
  public record Filling(
      boolean on, String what, String threshold, String amount, String cap, Consent consent) {}

  public record Charge(String at, String what, String amount, String outcome) {}
}
