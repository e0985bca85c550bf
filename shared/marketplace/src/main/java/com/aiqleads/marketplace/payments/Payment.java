package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Money that a team pays into its wallet, as far as is known.
///
/// @param session the gateway's own name for it, once it is known
/// @param intent the gateway's name for the money itself, once somebody has paid
/// @param page where somebody pays, until then
/// @param reason why it failed, or why the last try did
/// @param card what it is taken from while nobody is there; else somebody pays on a page
public record Payment(
    PaymentId id,
    TeamId team,
    Purpose purpose,
    Money amount,
    PaymentState state,
    Instant at,
    Instant pageUntil,
    Optional<String> session,
    Optional<String> intent,
    Optional<URI> page,
    Optional<String> reason,
    Optional<CardOnFile> card) {

  /// One that somebody pays.
  public Payment(
      PaymentId id,
      TeamId team,
      Purpose purpose,
      Money amount,
      PaymentState state,
      Instant at,
      Instant pageUntil,
      Optional<String> session,
      Optional<String> intent,
      Optional<URI> page,
      Optional<String> reason) {
    this(
        id,
        team,
        purpose,
        amount,
        state,
        at,
        pageUntil,
        session,
        intent,
        page,
        reason,
        Optional.empty());
  }

  /// What somebody pays for.
  public enum Purpose {
    /// Money for the wallet.
    TOP_UP,
    /// Leads that are held until it is paid.
    ORDER
  }
}
