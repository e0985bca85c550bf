package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.payments.CardOnFile;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// A card that a team saves, as far as is known.
///
/// @param customer by what name the gateway knows the team, if it does
/// @param session the gateway's own name for the page on which it is typed
/// @param page where that is, as long as it is open
public record Card(
    CardId id,
    TeamId team,
    State state,
    Instant pageUntil,
    Optional<String> customer,
    Optional<String> session,
    Optional<URI> page,
    Optional<Saved> saved) {

  /// How far it is. It only ever goes to a later one.
  public enum State {
    /// Written down; the gateway may not have heard of it.
    CREATED,
    /// Somebody has to type it on the gateway's page.
    OPEN,
    FAILED,
    SAVED,
    /// The gateway may still have to forget it.
    REMOVED
  }

  /// One that can be charged.
  ///
  /// @param file what the gateway takes money by
  public record Saved(CardOnFile file, CardFace face) {}
}
