package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import com.aiqleads.marketplace.cards.ChargeRuling.LookAgain;
import com.aiqleads.marketplace.cards.ChargeRuling.Rest;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a card pays for a plan: what the wallet lacks for the oldest invoice that could not
/// be paid, and no second time for the same invoice once that has worked. The money goes to
/// the wallet, and the invoice is paid from there as any other. If it was spent otherwise, the
/// team is told, and the next invoice is looked at.
final class Renewing {

  /// Nobody takes less from a card.
  static final Money LEAST = Money.usd(50);

  private Renewing() {}

  static ChargeRuling decide(ChargeFacts facts) {
    Money left = facts.purchased();
    for (Unpaid invoice : facts.unpaid()) {
      if (left.compareTo(invoice.total()) >= 0) {
        left = left.minus(invoice.total());
        continue;
      }
      List<CardCharge> tries = tries(facts, invoice);
      if (tries.stream().noneMatch(it -> it.is(Outcome.PAID))) {
        return decide(facts, invoice, invoice.total().minus(left), tries);
      }
    }
    return new Rest();
  }

  private static List<CardCharge> tries(ChargeFacts facts, Unpaid invoice) {
    return facts.asked().filter(it -> it.invoice().equals(Optional.of(invoice.invoice()))).toList();
  }

  private static ChargeRuling decide(
      ChargeFacts facts, Unpaid invoice, Money missing, List<CardCharge> tries) {
    List<CardCharge> ofThisCard = tries.stream().filter(facts::isOfCard).toList();
    if (ofThisCard.isEmpty()) {
      return pay(facts, invoice, missing);
    }
    CardCharge last = ofThisCard.getFirst();
    Optional<Instant> next =
        last.decline()
            .untilNextTry(ofThisCard.size())
            .map(wait -> last.ended().orElse(last.at()).plus(wait));
    if (next.isEmpty()) {
      return new Rest();
    }
    return next.get().isAfter(facts.now())
        ? new LookAgain(next.get())
        : pay(facts, invoice, missing);
  }

  private static ChargeRuling pay(ChargeFacts facts, Unpaid invoice, Money missing) {
    Money amount = missing.compareTo(LEAST) < 0 ? LEAST : missing;
    return Charging.charge(facts, amount, Optional.of(invoice.invoice()));
  }
}
