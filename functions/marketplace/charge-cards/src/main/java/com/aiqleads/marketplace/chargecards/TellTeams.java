package com.aiqleads.marketplace.chargecards;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Portions;
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

  private static final Portions PORTIONS = new Portions(50, 100);

  /// How much was told.
  int tell() {
    return PORTIONS.all(this::tellSome);
  }

  private int tellSome(int most) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<CardNews> news = charges.news(most);
          news.forEach(it -> publisher.publish(ToEvents.ofCard(it)));
          return news.size();
        });
  }
}
