package com.aiqleads.marketplace.chargecards;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardCharges;
import com.aiqleads.marketplace.cards.CardDesk;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.cards.Charging;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// One team after the other. What is decided is committed before anybody asks for the money;
/// of what nobody answers the janitor of payments asks until it is known.
@Singleton
record ChargeCards(
    CardCharges charges,
    Cards cards,
    CardVault vault,
    Payments payments,
    PaymentGateway gateway,
    Metrics metrics,
    RemainingTime remainingTime) {

  private static final int AT_ONCE = 1;
  private static final int MOST = 1_000;

  /// For two calls of the gateway that are not answered, and to write that down.
  private static final Duration ENOUGH = Duration.ofSeconds(25);

  /// How many teams were looked at.
  int charge() {
    int looked = 0;
    while (gateway.isOpen() && looked < MOST && hasTime() && chargeNext()) {
      looked++;
    }
    return looked;
  }

  /// How many cards were asked about.
  int ask() {
    CardDesk desk = new CardDesk(cards, vault);
    int asked = 0;
    while (gateway.isOpen() && asked < MOST && hasTime()) {
      List<Card> due = cards.toAsk(AT_ONCE);
      if (due.isEmpty()) {
        break;
      }
      due.forEach(desk::forward);
      asked++;
    }
    return asked;
  }

  private boolean chargeNext() {
    List<TeamId> due = charges.due(AT_ONCE);
    due.forEach(team -> charges.decide(team, Charging::decide).ifPresent(this::take));
    return !due.isEmpty();
  }

  private void take(Payment payment) {
    Payment asked = new PaymentDesk(payments, gateway).begin(payment);
    metrics.count("card_charges", "state", asked.state().name().toLowerCase(Locale.ROOT));
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) >= 0;
  }
}
