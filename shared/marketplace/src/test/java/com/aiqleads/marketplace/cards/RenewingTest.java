package com.aiqleads.marketplace.cards;

import static com.aiqleads.marketplace.cards.ChargeFixtures.INVOICE;
import static com.aiqleads.marketplace.cards.ChargeFixtures.NOON;
import static com.aiqleads.marketplace.cards.ChargeFixtures.aCard;
import static com.aiqleads.marketplace.cards.ChargeFixtures.at;
import static com.aiqleads.marketplace.cards.ChargeFixtures.charge;
import static com.aiqleads.marketplace.cards.ChargeFixtures.facts;
import static com.aiqleads.marketplace.cards.ChargeFixtures.having;
import static com.aiqleads.marketplace.cards.ChargeFixtures.ofInvoice;
import static com.aiqleads.marketplace.cards.ChargeFixtures.owing;
import static com.aiqleads.marketplace.cards.ChargeFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import com.aiqleads.marketplace.cards.ChargeRuling.Charge;
import com.aiqleads.marketplace.cards.ChargeRuling.LookAgain;
import com.aiqleads.marketplace.cards.ChargeRuling.Rest;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewingTest {

  private static final Unpaid LATER =
      ChargeFixtures.unpaid(new InvoiceId(Ids.derived("next")), 49_00);

  @ParameterizedTest
  @CsvSource({"0, 4900", "1000, 3900", "4850, 50", "4899, 50"})
  void takesWhatTheWalletLacks(long purchased, long taken) {
    Charge charge = (Charge) Charging.decide(having(owing(facts(), 49_00, false), 0, purchased));

    assertThat(charge.amount()).isEqualTo(Money.usd(taken));
    assertThat(charge.invoice()).contains(INVOICE);
  }

  @Test
  void takesNothingForAnInvoiceThatTheWalletPays() {
    assertThat(Charging.decide(having(owing(facts(), 49_00, false), 0, 49_00)))
        .isEqualTo(new Rest());
  }

  @Test
  void neverTakesASecondTimeForAnInvoiceThatWasPaidByCard() {
    CardCharge paid = ofInvoice(charge(1, NOON.minus(Duration.ofDays(9)), Outcome.PAID, ""));

    assertThat(Charging.decide(owing(facts(paid), 49_00, false))).isEqualTo(new Rest());
  }

  /// What the card paid for the first was spent otherwise.
  @Test
  void goesOnWithTheNextInvoice() {
    CardCharge paid = ofInvoice(charge(1, NOON.minus(Duration.ofDays(9)), Outcome.PAID, ""));
    Charge charge =
        (Charge) Charging.decide(ChargeFixtures.owingToo(owing(facts(paid), 49_00, false), LATER));

    assertThat(charge.invoice()).contains(LATER.invoice());
  }

  @Test
  void triesAnotherDayWhatTheBankMayStillPay() {
    CardCharge first = ofInvoice(charge(1, NOON, Outcome.FAILED, "insufficient_funds"));
    CardCharge more = ofInvoice(charge(2, NOON, Outcome.FAILED, "generic_decline"));
    ChargeFacts once = owing(facts(first), 49_00, false);

    assertThat(Charging.decide(once)).isEqualTo(new LookAgain(NOON.plus(Duration.ofDays(1))));
    assertThat(Charging.decide(at(once, NOON.plus(Duration.ofDays(1))))).isInstanceOf(Charge.class);
    assertThat(Charging.decide(owing(facts(more, first), 49_00, false)))
        .isEqualTo(new LookAgain(NOON.plus(Duration.ofDays(3))));
    assertThat(Charging.decide(owing(facts(more, more, first), 49_00, false)))
        .isEqualTo(new LookAgain(NOON.plus(Duration.ofDays(8))));
    assertThat(Charging.decide(owing(facts(more, more, more, first), 49_00, false)))
        .isEqualTo(new Rest());
  }

  @Test
  void whatNoBankWasAskedForIsAskedForAtOnce() {
    CardCharge unasked = ofInvoice(charge(2, NOON, Outcome.FAILED, "never begun"));
    CardCharge refused = ofInvoice(charge(1, NOON, Outcome.FAILED, "insufficient_funds"));

    assertThat(Charging.decide(owing(facts(unasked), 49_00, false))).isInstanceOf(Charge.class);
    assertThat(Charging.decide(owing(facts(unasked, refused), 49_00, false)))
        .as("it is the first refusal")
        .isEqualTo(new LookAgain(NOON.plus(Duration.ofDays(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired_card", "authentication_required"})
  void doesNotTryAgainWhatNeedsSomebody(String reason) {
    CardCharge failed = ofInvoice(charge(1, NOON, Outcome.FAILED, reason));
    ChargeFacts facts = owing(facts(failed), 49_00, false);

    assertThat(Charging.decide(at(facts, NOON.plus(Duration.ofDays(20))))).isEqualTo(new Rest());
    assertThat(Charging.decide(with(facts, Optional.of(aCard("two")))))
        .as("another card")
        .isInstanceOf(Charge.class);
  }

  /// Its bank will never pay by it; the next card pays what is owed, the oldest first.
  @ParameterizedTest
  @ValueSource(strings = {"expired_card", "refused: customer"})
  void aCardThatWasRefusedForGoodIsAskedForNoInvoice(String reason) {
    CardCharge failed = ofInvoice(charge(1, NOON, Outcome.FAILED, reason));
    ChargeFacts both =
        at(
            ChargeFixtures.owingToo(owing(facts(failed), 49_00, false), LATER),
            NOON.plus(Duration.ofDays(60)));

    assertThat(Charging.decide(both)).isEqualTo(new Rest());
    assertThat(Charging.decide(owing(facts(charge(1, NOON, Outcome.FAILED, reason)), 49_00, false)))
        .as("whatever it was refused for")
        .isEqualTo(new Rest());
    assertThat(((Charge) Charging.decide(with(both, Optional.of(aCard("two"))))).invoice())
        .contains(INVOICE);
  }

  /// Only its owner can pay the first, or it was tried often enough.
  @Test
  void anInvoiceThatIsAskedForNoMoreHoldsNoneBack() {
    CardCharge asks = ofInvoice(charge(1, NOON, Outcome.FAILED, "authentication_required"));
    CardCharge soft = ofInvoice(charge(2, NOON, Outcome.FAILED, "generic_decline"));
    ChargeFacts first = ChargeFixtures.owingToo(owing(facts(asks), 49_00, false), LATER);
    ChargeFacts worn =
        ChargeFixtures.owingToo(owing(facts(soft, soft, soft, soft), 49_00, false), LATER);
    Instant rested = NOON.plus(Duration.ofDays(1));

    assertThat(Charging.decide(at(first, rested.minusMillis(1)))).isEqualTo(new LookAgain(rested));
    assertThat(((Charge) Charging.decide(at(first, rested))).invoice()).contains(LATER.invoice());
    assertThat(Charging.decide(worn)).isEqualTo(new LookAgain(NOON.plus(Duration.ofHours(1))));
    assertThat(((Charge) Charging.decide(at(worn, rested))).invoice()).contains(LATER.invoice());
  }

  /// The card is asked for the oldest first.
  @Test
  void anInvoiceThatWaitsForItsNextTryIsWaitedFor() {
    CardCharge soft = ofInvoice(charge(1, NOON, Outcome.FAILED, "generic_decline"));
    ChargeFacts both = ChargeFixtures.owingToo(owing(facts(soft), 49_00, false), LATER);

    assertThat(Charging.decide(at(both, NOON.plus(Duration.ofHours(2)))))
        .isEqualTo(new LookAgain(NOON.plus(Duration.ofDays(1))));
  }

  @Test
  void theSoonerOfTwoThingsToDoIsDone() {
    CardCharge renewal = ofInvoice(charge(2, NOON, Outcome.FAILED, "no"));
    ChargeFacts both =
        ChargeFixtures.set(
            owing(facts(renewal, charge(1, NOON, Outcome.PAID, "")), 49_00, false),
            Optional.of(ChargeFixtures.on()));

    assertThat(Charging.decide(both)).isEqualTo(new LookAgain(NOON.plus(Filling.GAP)));
  }
}
