package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which teams have their wallet filled by itself, and what came of it.
public interface AutoTopUps {

  /// What a team wants, and whether it is done.
  ///
  /// @param stopped why it is off, if it was ever on
  /// @param since when it was switched on, or off
  record Setting(AutoTopUp rule, Optional<Stop> stopped, Instant since) {}

  Optional<Setting> of(TeamId team);

  /// Switches it on, with the consent of whoever does. False if the team has no card.
  boolean switchOn(TeamId team, UserId who, AutoTopUp rule);

  /// Whether it was on.
  boolean switchOff(TeamId team);

  /// What is under way, and what waits for the owner of the saved card; newest first.
  List<CardCharge> awaited(TeamId team);

  /// What was taken from cards while nobody was there, newest first.
  List<CardCharge> charges(TeamId team, int limit);
}
