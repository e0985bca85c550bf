package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.List;
import java.util.Optional;

/// The cards of all teams. A team has one at most: who saves another replaces it.
public interface Cards {

  /// Writes down that somebody saves a card and agreed to what that means, before anybody else
  /// hears of it. Empty if the id is of another team's.
  Optional<Card> begin(TeamId team, UserId who, CardId id);

  Optional<Card> find(TeamId team, CardId id);

  /// The one that may be charged.
  Optional<Card> saved(TeamId team);

  /// The one that somebody is about to save.
  Optional<Card> begun(TeamId team);

  /// What the gateway said when it was asked. What comes late changes nothing.
  void answered(Card card, SavingAnswer answer);

  /// Nobody charges it from now on, and no top-up is automatic. Whether there was one.
  boolean remove(TeamId team);

  /// The gateway has it no more.
  void forgotten(Card card);

  /// Those of which the gateway has to be asked now; others who ask get others.
  List<Card> toAsk(int limit);
}
