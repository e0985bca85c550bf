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
/// team is told, and the next invoice is looked at. So it is when the card is asked no more for
/// an invoice: that one waits for another card, and those after it do not wait for that one.
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
      Optional<ChargeRuling> ruling = decide(facts, invoice, invoice.total().minus(left));
      if (ruling.isPresent()) {
        return ruling.get();
      }
    }
    return new Rest();
  }

  private static List<CardCharge> tries(ChargeFacts facts, Unpaid invoice) {
    return facts.asked().filter(it -> it.invoice().equals(Optional.of(invoice.invoice()))).toList();
  }

  /// Nothing if this card has nothing to do with it any more.
  private static Optional<ChargeRuling> decide(ChargeFacts facts, Unpaid invoice, Money missing) {
    List<CardCharge> tries = tries(facts, invoice);
    if (tries.stream().anyMatch(it -> it.is(Outcome.PAID))) {
      return Optional.empty();
    }
    List<CardCharge> ofThisCard = tries.stream().filter(facts::isOfCard).toList();
    Optional<Instant> next =
        ofThisCard.isEmpty() ? Optional.of(afterOthers(facts)) : nextTry(ofThisCard);
    return next.map(
        at -> at.isAfter(facts.now()) ? new LookAgain(at) : pay(facts, invoice, missing));
  }

  private static Optional<Instant> nextTry(List<CardCharge> ofThisCard) {
    CardCharge last = ofThisCard.getFirst();
    return last.decline().untilNextTry(ofThisCard.size()).map(last.over()::plus);
  }

  /// What its bank just refused for one invoice is not asked for another in the same minute.
  private static Instant afterOthers(ChargeFacts facts) {
    return facts
        .asked()
        .filter(it -> !it.isAutoTopUp() && facts.isOfCard(it) && it.is(Outcome.FAILED))
        .findFirst()
        .map(it -> it.over().plus(it.decline().rest()))
        .orElse(Instant.MIN);
  }

  private static ChargeRuling pay(ChargeFacts facts, Unpaid invoice, Money missing) {
    Money amount = missing.compareTo(LEAST) < 0 ? LEAST : missing;
    return Charging.charge(facts, amount, Optional.of(invoice.invoice()));
  }
}
