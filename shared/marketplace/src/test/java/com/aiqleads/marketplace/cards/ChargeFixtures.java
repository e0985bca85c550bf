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
import java.util.function.Consumer;
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
    return charge(number, at, NEW_YORK, outcome, reason);
  }

  /// One of a team that was there then.
  static CardCharge charge(int number, Instant at, ZoneId zone, Outcome outcome, String reason) {
    return new CardCharge(
        new PaymentId(Ids.derived("charge", Integer.toString(number))),
        aCard("one").id(),
        Optional.empty(),
        RULE.amount(),
        at,
        YearMonth.from(at.atZone(zone)),
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
        charge.countsIn(),
        charge.outcome(),
        charge.reason(),
        charge.ended());
  }

  static Unpaid unpaid(long cents) {
    return unpaid(INVOICE, cents);
  }

  static Unpaid unpaid(InvoiceId invoice, long cents) {
    return new Unpaid(
        invoice, Money.usd(cents), Failure.TOO_LITTLE_CREDIT, 1, NOON, Optional.empty());
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
        isRefused(aCard("one"), List.of(charges)),
        List.of(),
        List.of(charges),
        charges.length);
  }

  private static boolean isRefused(Card card, List<CardCharge> charges) {
    return charges.stream()
        .anyMatch(it -> it.card().equals(card.id()) && it.decline() == Decline.HARD);
  }

  static ChargeFacts at(ChargeFacts facts, Instant now) {
    return changed(facts, draft -> draft.now = now);
  }

  static ChargeFacts at(ChargeFacts facts, Instant now, ZoneId zone) {
    return changed(
        facts,
        draft -> {
          draft.now = now;
          draft.zone = zone;
        });
  }

  static ChargeFacts with(ChargeFacts facts, Optional<Card> card) {
    return changed(
        facts,
        draft -> {
          draft.card = card;
          draft.isRefusedForGood = card.filter(it -> isRefused(it, facts.charges())).isPresent();
        });
  }

  static ChargeFacts having(ChargeFacts facts, long available, long purchased) {
    return changed(
        facts,
        draft -> {
          draft.available = Money.usd(available);
          draft.purchased = Money.usd(purchased);
        });
  }

  static ChargeFacts set(ChargeFacts facts, Optional<AutoTopUps.Setting> setting) {
    return changed(facts, draft -> draft.setting = setting);
  }

  static ChargeFacts owingToo(ChargeFacts facts, Unpaid next) {
    return changed(
        facts,
        draft -> draft.unpaid = Stream.concat(draft.unpaid.stream(), Stream.of(next)).toList());
  }

  static ChargeFacts takenBack(ChargeFacts facts) {
    return changed(facts, draft -> draft.isTakenBack = true);
  }

  static ChargeFacts owing(ChargeFacts facts, long cents, boolean isHeldBack) {
    return changed(
        facts,
        draft -> {
          draft.setting = Optional.empty();
          draft.isHeldBack = isHeldBack;
          draft.unpaid = List.of(unpaid(cents));
        });
  }

  private static ChargeFacts changed(ChargeFacts facts, Consumer<Draft> change) {
    Draft draft = new Draft(facts);
    change.accept(draft);
    return draft.facts();
  }

  /// The facts with what a test changes of them.
  private static final class Draft {

    private final ChargeFacts before;
    private Instant now;
    private ZoneId zone;
    private Optional<Card> card;
    private Optional<AutoTopUps.Setting> setting;
    private Money available;
    private Money purchased;
    private boolean isHeldBack;
    private boolean isTakenBack;
    private boolean isRefusedForGood;
    private List<Unpaid> unpaid;

    Draft(ChargeFacts before) {
      this.before = before;
      this.now = before.now();
      this.zone = before.zone();
      this.card = before.card();
      this.setting = before.setting();
      this.available = before.available();
      this.purchased = before.purchased();
      this.isHeldBack = before.isHeldBack();
      this.isTakenBack = before.isTakenBack();
      this.isRefusedForGood = before.isRefusedForGood();
      this.unpaid = before.unpaid();
    }

    ChargeFacts facts() {
      return new ChargeFacts(
          before.team(),
          now,
          zone,
          card,
          setting,
          available,
          purchased,
          isHeldBack,
          isTakenBack,
          isRefusedForGood,
          unpaid,
          before.charges(),
          before.chargesEver());
    }
  }
}
