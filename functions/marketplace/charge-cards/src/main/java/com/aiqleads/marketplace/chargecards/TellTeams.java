package com.aiqleads.marketplace.chargecards;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.cards.CardCharges;
import com.aiqleads.marketplace.cards.CardNews;
import com.aiqleads.marketplace.events.ToEvents;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Tells teams once what became of their cards. What counts as told is told: both are one
/// transaction.
@Singleton
record TellTeams(CardCharges charges, Outbox outbox, InstantSource clock) {

  private static final int AT_ONCE = 50;
  private static final int MOST_ROUNDS = 100;

  /// How much was told.
  int tell() {
    int told = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int more = tellSome();
      told += more;
      if (more < AT_ONCE) {
        break;
      }
    }
    return told;
  }

  private int tellSome() {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<CardNews> news = charges.news(AT_ONCE);
          news.forEach(it -> publisher.publish(ToEvents.ofCard(it)));
          return news.size();
        });
  }
}
