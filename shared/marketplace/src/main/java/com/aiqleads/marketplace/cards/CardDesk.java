package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.Optional;

/// Brings cards forward: what is written down is asked for, and what is answered is written
/// down.
public record CardDesk(Cards cards, CardVault vault) {

  /// Empty if the id is of another.
  public Optional<Card> save(TeamId team, UserId who, CardId id) {
    return cards.begin(team, who, id).map(this::forward);
  }

  /// Asks the gateway how it stands, or to forget what was removed.
  public Card forward(Card card) {
    switch (card.state()) {
      case CREATED -> cards.answered(card, vault.start(card));
      case OPEN -> cards.answered(card, vault.ask(card));
      case REMOVED -> forget(card);
      case FAILED, SAVED -> {}
    }
    return cards.find(card.team(), card.id()).orElse(card);
  }

  /// Whoever removes a card need not wait for the gateway: if it does not answer now, it is
  /// asked again.
  public boolean remove(TeamId team) {
    Optional<Card> card = cards.saved(team);
    boolean isRemoved = cards.remove(team);
    card.flatMap(it -> cards.find(team, it.id())).ifPresent(this::forward);
    return isRemoved;
  }

  /// One that nobody typed yet may be typed as long as its page is open.
  private void forget(Card card) {
    if (card.saved().isEmpty() && card.session().isPresent()) {
      look(card, vault.ask(card));
    } else if (card.saved().map(it -> vault.forget(it.file())).orElse(true)) {
      cards.forgotten(card);
    }
  }

  private void look(Card card, SavingAnswer answer) {
    switch (answer) {
      case SavingAnswer.Saved _ -> cards.answered(card, answer);
      case SavingAnswer.Over _ -> cards.forgotten(card);
      case SavingAnswer.Open _, SavingAnswer.Unknown _ -> {}
    }
  }
}
