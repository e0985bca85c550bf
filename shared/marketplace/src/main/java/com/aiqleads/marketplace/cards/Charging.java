package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.ChargeRuling.Charge;
import com.aiqleads.marketplace.cards.ChargeRuling.LookAgain;
import com.aiqleads.marketplace.cards.ChargeRuling.Rest;
import com.aiqleads.marketplace.cards.ChargeRuling.SwitchOff;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import java.time.Duration;
import java.util.Optional;

/// Whether the card of a team is charged now. Never two at once: the end of one wakes whoever
/// waits. An invoice comes before the wallet, since a plan is lost without it.
public final class Charging {

  /// Until somebody of the house has looked, or a debt is paid.
  private static final Duration HELD_BACK = Duration.ofDays(1);

  private Charging() {}

  public static ChargeRuling decide(ChargeFacts facts) {
    if (facts.isChargeOpen()) {
      return new Rest();
    }
    Optional<Stop> stop = Filling.stop(facts);
    if (stop.isPresent()) {
      return new SwitchOff(stop.get());
    }
    if (!isThereWhatMayPay(facts)) {
      return new Rest();
    }
    if (facts.isHeldBack() || facts.isTakenBack()) {
      return new LookAgain(facts.now().plus(HELD_BACK));
    }
    ChargeRuling invoice = Renewing.decide(facts);
    return invoice instanceof Charge ? invoice : sooner(invoice, Filling.decide(facts));
  }

  /// A card that its bank refused for good is asked for nothing more, however long ago that was.
  /// The next card wakes whoever waits, and is asked for whatever is owed then.
  private static boolean isThereWhatMayPay(ChargeFacts facts) {
    return facts.card().isPresent() && !facts.isRefusedForGood();
  }

  static Charge charge(ChargeFacts facts, Money amount, Optional<InvoiceId> invoice) {
    PaymentId id =
        new PaymentId(
            Ids.derived("card charge", facts.team().text(), Long.toString(facts.chargesEver())));
    return new Charge(id, facts.card().orElseThrow().id(), amount, invoice);
  }

  private static ChargeRuling sooner(ChargeRuling one, ChargeRuling other) {
    if (one instanceof LookAgain(var first) && other instanceof LookAgain(var second)) {
      return new LookAgain(first.isBefore(second) ? first : second);
    }
    return other instanceof Rest ? one : other;
  }
}
