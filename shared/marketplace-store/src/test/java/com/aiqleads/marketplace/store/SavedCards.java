package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.cards.AutoTopUp;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardFace;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.cards.SavingAnswer;
import com.aiqleads.marketplace.payments.CardOnFile;
import java.time.YearMonth;

/// Cards as they are saved, by their names.
final class SavedCards {

  static final AutoTopUp RULE =
      new AutoTopUp(Money.usd(50_00), Money.usd(100_00), Money.usd(250_00));

  private SavedCards() {}

  static CardId id(String name) {
    return new CardId(Ids.derived("card", name));
  }

  static SavingAnswer saved(String name) {
    return saved(name, YearMonth.of(2034, 12));
  }

  private static SavingAnswer saved(String name, YearMonth expires) {
    return new SavingAnswer.Saved(
        "cs_" + name,
        new Card.Saved(
            new CardOnFile("cus_one", "pm_" + name), new CardFace("visa", "4242", expires)));
  }

  static Card save(Cards cards, TeamId team, String name) {
    return save(cards, team, name, YearMonth.of(2034, 12));
  }

  static Card save(Cards cards, TeamId team, String name, YearMonth expires) {
    cards.answered(cards.begin(team, Sales.BUYER, id(name)).orElseThrow(), saved(name, expires));
    return cards.saved(team).orElseThrow();
  }
}
