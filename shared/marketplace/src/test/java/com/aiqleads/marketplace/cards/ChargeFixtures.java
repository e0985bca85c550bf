package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.subscriptions.Failure;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What decides about a card, piece by piece.
final class ChargeFixtures {

  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final InvoiceId INVOICE = new InvoiceId(Ids.derived("invoice"));
  static final AutoTopUp RULE =
      new AutoTopUp(Money.usd(50_00), Money.usd(100_00), Money.usd(300_00));

  private ChargeFixtures() {}

  static Card aCard(String name, YearMonth expires) {
    return new Card(
        new CardId(Ids.derived("card", name)),
        new TeamId(Ids.derived("team")),
        Card.State.SAVED,
        NOON,
        Optional.of("cus_1"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Card.Saved(
                new CardOnFile("cus_1", "pm_" + name), new CardFace("visa", "4242", expires))));
  }

  static Card aCard(String name) {
    return aCard(name, YearMonth.of(2034, 12));
  }

  static AutoTopUps.Setting on() {
    return new AutoTopUps.Setting(RULE, Optional.empty(), NOON.minus(Duration.ofDays(100)));
  }

  static CardCharge charge(int number, Instant at, Outcome outcome, String reason) {
    return new CardCharge(
        new PaymentId(Ids.derived("charge", Integer.toString(number))),
        aCard("one").id(),
        Optional.empty(),
        RULE.amount(),
        at,
        outcome,
        Optional.of(reason).filter(text -> !text.isEmpty()),
        outcome == Outcome.OPEN ? Optional.empty() : Optional.of(at));
  }

  static CardCharge ofInvoice(CardCharge charge) {
    return new CardCharge(
        charge.payment(),
        charge.card(),
        Optional.of(INVOICE),
        charge.amount(),
        charge.at(),
        charge.outcome(),
        charge.reason(),
        charge.ended());
  }

  static Unpaid unpaid(long cents) {
    return new Unpaid(
        INVOICE, Money.usd(cents), Failure.TOO_LITTLE_CREDIT, 1, NOON, Optional.empty());
  }

  /// A wallet of ten dollars that is to be filled below fifty, by a good card.
  static ChargeFacts facts(CardCharge... charges) {
    return new ChargeFacts(
        new TeamId(Ids.derived("team")),
        NOON,
        NEW_YORK,
        Optional.of(aCard("one")),
        Optional.of(on()),
        Money.usd(10_00),
        Money.usd(10_00),
        false,
        false,
        List.of(),
        List.of(charges),
        charges.length);
  }

  static ChargeFacts at(ChargeFacts facts, Instant now) {
    return new ChargeFacts(
        facts.team(),
        now,
        facts.zone(),
        facts.card(),
        facts.setting(),
        facts.available(),
        facts.purchased(),
        facts.isHeldBack(),
        facts.isTakenBack(),
        facts.unpaid(),
        facts.charges(),
        facts.chargesEver());
  }

  static ChargeFacts with(ChargeFacts facts, Optional<Card> card) {
    return new ChargeFacts(
        facts.team(),
        facts.now(),
        facts.zone(),
        card,
        facts.setting(),
        facts.available(),
        facts.purchased(),
        facts.isHeldBack(),
        facts.isTakenBack(),
        facts.unpaid(),
        facts.charges(),
        facts.chargesEver());
  }

  static ChargeFacts having(ChargeFacts facts, long available, long purchased) {
    return new ChargeFacts(
        facts.team(),
        facts.now(),
        facts.zone(),
        facts.card(),
        facts.setting(),
        Money.usd(available),
        Money.usd(purchased),
        facts.isHeldBack(),
        facts.isTakenBack(),
        facts.unpaid(),
        facts.charges(),
        facts.chargesEver());
  }

  static ChargeFacts set(ChargeFacts facts, Optional<AutoTopUps.Setting> setting) {
    return new ChargeFacts(
        facts.team(),
        facts.now(),
        facts.zone(),
        facts.card(),
        setting,
        facts.available(),
        facts.purchased(),
        facts.isHeldBack(),
        facts.isTakenBack(),
        facts.unpaid(),
        facts.charges(),
        facts.chargesEver());
  }

  static ChargeFacts owingToo(ChargeFacts facts, Unpaid next) {
    return new ChargeFacts(
        facts.team(),
        facts.now(),
        facts.zone(),
        facts.card(),
        facts.setting(),
        facts.available(),
        facts.purchased(),
        facts.isHeldBack(),
        facts.isTakenBack(),
        Stream.concat(facts.unpaid().stream(), Stream.of(next)).toList(),
        facts.charges(),
        facts.chargesEver());
  }

  static ChargeFacts takenBack(ChargeFacts facts) {
    return new ChargeFacts(
        facts.team(),
        facts.now(),
        facts.zone(),
        facts.card(),
        facts.setting(),
        facts.available(),
        facts.purchased(),
        facts.isHeldBack(),
        true,
        facts.unpaid(),
        facts.charges(),
        facts.chargesEver());
  }

  static ChargeFacts owing(ChargeFacts facts, long cents, boolean isHeldBack) {
    return new ChargeFacts(
        facts.team(),
        facts.now(),
        facts.zone(),
        facts.card(),
        Optional.empty(),
        facts.available(),
        facts.purchased(),
        isHeldBack,
        facts.isTakenBack(),
        List.of(unpaid(cents)),
        facts.charges(),
        facts.chargesEver());
  }
}
