package com.aiqleads.marketplace.cards;

import static com.aiqleads.marketplace.cards.ChargeFixtures.NOON;
import static com.aiqleads.marketplace.cards.ChargeFixtures.RULE;
import static com.aiqleads.marketplace.cards.ChargeFixtures.aCard;
import static com.aiqleads.marketplace.cards.ChargeFixtures.at;
import static com.aiqleads.marketplace.cards.ChargeFixtures.charge;
import static com.aiqleads.marketplace.cards.ChargeFixtures.facts;
import static com.aiqleads.marketplace.cards.ChargeFixtures.having;
import static com.aiqleads.marketplace.cards.ChargeFixtures.set;
import static com.aiqleads.marketplace.cards.ChargeFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import com.aiqleads.marketplace.cards.ChargeRuling.Charge;
import com.aiqleads.marketplace.cards.ChargeRuling.LookAgain;
import com.aiqleads.marketplace.cards.ChargeRuling.Rest;
import com.aiqleads.marketplace.cards.ChargeRuling.SwitchOff;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargingTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void fillsAWalletThatHasLessThanItsThreshold() {
    Charge charge = (Charge) Charging.decide(having(facts(), 49_99, 0));

    assertThat(charge.amount()).isEqualTo(RULE.amount());
    assertThat(charge.invoice()).isEmpty();
    assertThat(Charging.decide(having(facts(), 49_99, 0))).isEqualTo(charge);
    assertThat(Charging.decide(having(facts(), 50_00, 0))).isEqualTo(new Rest());
  }

  @Test
  void isAnotherTryWithAnotherKeyAfterEachTry() {
    Charge first = (Charge) Charging.decide(facts());
    CardCharge past = charge(1, NOON.minus(DAY), Outcome.PAID, "");

    assertThat(((Charge) Charging.decide(facts(past))).id()).isNotEqualTo(first.id());
  }

  @Test
  void neverTakesTwoAtOnce() {
    CardCharge open = charge(1, NOON.minus(DAY), Outcome.OPEN, "");

    assertThat(Charging.decide(facts(open))).isEqualTo(new Rest());
    assertThat(Charging.decide(facts(ChargeFixtures.ofInvoice(open)))).isEqualTo(new Rest());
  }

  @Test
  void takesNothingThatNobodySwitchedOn() {
    AutoTopUps.Setting off = new AutoTopUps.Setting(RULE, Optional.of(Stop.BY_TEAM), NOON);

    assertThat(Charging.decide(set(facts(), Optional.empty()))).isEqualTo(new Rest());
    assertThat(Charging.decide(set(facts(), Optional.of(off)))).isEqualTo(new Rest());
    assertThat(Charging.decide(with(set(facts(), Optional.of(off)), Optional.empty())))
        .isEqualTo(new Rest());
  }

  @Test
  void takesNothingFromATeamThatIsHeldBack() {
    ChargeFacts parked = ChargeFixtures.owing(facts(), 49_00, true);

    assertThat(Charging.decide(parked)).isEqualTo(new LookAgain(NOON.plus(DAY)));
  }

  @Test
  void endsWhenWhatItTookIsTakenBack() {
    assertThat(Charging.decide(ChargeFixtures.takenBack(facts())))
        .isEqualTo(new SwitchOff(Stop.TAKEN_BACK));
    assertThat(
            Charging.decide(ChargeFixtures.takenBack(ChargeFixtures.owing(facts(), 49_00, false))))
        .as("nor for an invoice")
        .isEqualTo(new LookAgain(NOON.plus(DAY)));
  }

  @Test
  void waitsBetweenTwo() {
    CardCharge last = charge(1, NOON, Outcome.PAID, "");
    Instant next = NOON.plus(Filling.GAP);

    assertThat(Charging.decide(at(facts(last), next.minusMillis(1))))
        .isEqualTo(new LookAgain(next));
    assertThat(Charging.decide(at(facts(last), next))).isInstanceOf(Charge.class);
  }

  @Test
  void waitsLongerAfterARefusal() {
    CardCharge soft = charge(1, NOON, Outcome.FAILED, "insufficient_funds");
    CardCharge asks = charge(1, NOON, Outcome.FAILED, "authentication_required");

    assertThat(Charging.decide(facts(soft)))
        .isEqualTo(new LookAgain(NOON.plus(Duration.ofHours(1))));
    assertThat(Charging.decide(facts(asks))).isEqualTo(new LookAgain(NOON.plus(DAY)));
    assertThat(Charging.decide(with(at(facts(asks), NOON.plus(Filling.GAP)), card("two"))))
        .as("another card")
        .isInstanceOf(Charge.class);
  }

  /// The gateway was not there, or somebody withdrew it in time.
  @ParameterizedTest
  @ValueSource(strings = {"never begun", "withdrawn"})
  void whatNoBankWasAskedForIsNoRefusal(String reason) {
    CardCharge unasked = charge(9, NOON, Outcome.FAILED, reason);
    CardCharge refused = charge(1, NOON.minus(DAY), Outcome.FAILED, "generic_decline");

    assertThat(Charging.decide(facts(unasked, unasked, unasked, unasked, unasked)))
        .isInstanceOf(Charge.class);
    assertThat(Charging.decide(facts(unasked, refused, unasked, refused)))
        .as("two of three")
        .isInstanceOf(Charge.class);
    assertThat(Charging.decide(facts(unasked, refused, unasked, refused, refused)))
        .as("three, and what is between them breaks no row")
        .isEqualTo(new SwitchOff(Stop.FAILED_TOO_OFTEN));
  }

  @Test
  void takesAtMostFiveADay() {
    AutoTopUp rich = new AutoTopUp(RULE.threshold(), RULE.amount(), Money.usd(9_000_00));
    Optional<AutoTopUps.Setting> setting =
        Optional.of(new AutoTopUps.Setting(rich, Optional.empty(), Instant.EPOCH));
    CardCharge[] five = new CardCharge[5];
    for (int number = 0; number < 5; number++) {
      five[number] = charge(number, NOON.minus(Duration.ofHours(1 + number)), Outcome.PAID, "");
    }
    CardCharge[] four = List.of(five).subList(0, 4).toArray(CardCharge[]::new);

    assertThat(Charging.decide(set(facts(five), setting)))
        .isEqualTo(new LookAgain(five[4].at().plus(DAY)));
    assertThat(Charging.decide(set(facts(four), setting))).isInstanceOf(Charge.class);
  }

  /// The month of New York begins five hours later.
  @Test
  void takesNoMoreThanTheCapOfTheTeamsOwnMonth() {
    Instant month = Instant.parse("2026-11-01T04:00:00Z");
    CardCharge[] three = {
      charge(3, NOON.minus(DAY), Outcome.PAID, ""),
      charge(2, NOON.minus(DAY.multipliedBy(2)), Outcome.PAID, ""),
      charge(1, month, Outcome.PAID, "")
    };
    CardCharge[] two = {three[0], three[1], charge(1, month.minusMillis(1), Outcome.PAID, "")};

    assertThat(Charging.decide(facts(three)))
        .isEqualTo(new LookAgain(Instant.parse("2026-12-01T05:00:00Z")));
    assertThat(Charging.decide(facts(two))).isInstanceOf(Charge.class);
  }

  /// In Auckland it is December already, and in New York it is not yet.
  @Test
  void whoMovesBeginsNoMonthAnew() {
    Instant night = Instant.parse("2026-11-30T20:00:00Z");
    ZoneId auckland = ZoneId.of("Pacific/Auckland");
    CardCharge[] there = new CardCharge[3];
    CardCharge[] here = new CardCharge[3];
    for (int number = 0; number < 3; number++) {
      Instant at = night.minus(Duration.ofHours(number));
      there[number] = charge(number, at, auckland, Outcome.PAID, "");
      here[number] = charge(number, at, Outcome.PAID, "");
    }
    Instant later = Instant.parse("2026-12-01T12:00:00Z");

    assertThat(Charging.decide(at(facts(there), later)))
        .as("they count in December, wherever the team is then")
        .isEqualTo(new LookAgain(Instant.parse("2027-01-01T05:00:00Z")));
    assertThat(Charging.decide(at(facts(here), later, auckland)))
        .as("they counted in November")
        .isInstanceOf(Charge.class);
    assertThat(Charging.decide(at(facts(here), night.plus(Filling.GAP))))
        .isEqualTo(new LookAgain(Instant.parse("2026-12-01T05:00:00Z")));
  }

  @Test
  void endsAfterThreeFailuresInARow() {
    CardCharge[] three = new CardCharge[3];
    for (int number = 0; number < 3; number++) {
      three[number] =
          charge(number, NOON.minus(Duration.ofHours(2 + number)), Outcome.FAILED, "no");
    }
    CardCharge[] broken = {three[0], three[1], charge(9, NOON.minus(DAY), Outcome.PAID, "")};
    AutoTopUps.Setting again =
        new AutoTopUps.Setting(RULE, Optional.empty(), three[0].at().plusMillis(1));

    assertThat(Charging.decide(facts(three))).isEqualTo(new SwitchOff(Stop.FAILED_TOO_OFTEN));
    assertThat(Charging.decide(facts(broken))).isInstanceOf(Charge.class);
    assertThat(Charging.decide(set(facts(three), Optional.of(again))))
        .as("switched on again")
        .isInstanceOf(Charge.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired_card", "stolen_card", "refused: payment_method"})
  void endsAtOnceWithACardThatWillNeverPay(String reason) {
    CardCharge failed = charge(1, NOON.minus(DAY), Outcome.FAILED, reason);

    assertThat(Charging.decide(facts(failed))).isEqualTo(new SwitchOff(Stop.CARD_REFUSED));
    assertThat(Charging.decide(with(facts(failed), card("two")))).isInstanceOf(Charge.class);
    AutoTopUps.Setting again = new AutoTopUps.Setting(RULE, Optional.empty(), NOON);
    assertThat(Charging.decide(set(facts(failed), Optional.of(again))))
        .as("whoever switches it on again")
        .isEqualTo(new SwitchOff(Stop.CARD_REFUSED));
  }

  @Test
  void endsWithoutACardThatIsGood() {
    assertThat(Charging.decide(with(facts(), Optional.empty())))
        .isEqualTo(new SwitchOff(Stop.NO_CARD));
    assertThat(Charging.decide(with(facts(), Optional.of(aCard("one", YearMonth.of(2026, 10))))))
        .isEqualTo(new SwitchOff(Stop.CARD_EXPIRED));
    assertThat(Charging.decide(with(facts(), Optional.of(aCard("one", YearMonth.of(2026, 11))))))
        .isInstanceOf(Charge.class);
  }

  @ParameterizedTest
  @CsvSource({
    "99, 5000, 30000",
    "1000001, 5000, 30000",
    "5000, 499, 30000",
    "5000, 1000001, 2000000",
    "5000, 5000, 4999",
    "5000, 5000, 10000001"
  })
  void isNoRuleBeyondItsLimits(long threshold, long amount, long cap) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AutoTopUp(Money.usd(threshold), Money.usd(amount), Money.usd(cap)));
  }

  @Test
  void isARuleAtItsLimits() {
    assertThat(new AutoTopUp(Money.usd(1_00), Money.usd(5_00), Money.usd(5_00))).isNotNull();
    assertThat(new AutoTopUp(Money.usd(10_000_00), Money.usd(10_000_00), Money.usd(100_000_00)))
        .isNotNull();
  }

  @Test
  void consentsAreKnownByTheirVersion() {
    for (Consent consent : Consent.values()) {
      assertThat(Consent.of(consent.version())).contains(consent);
      assertThat(consent.text()).contains("AIQLeads");
    }
    assertThat(Consent.of("none")).isEmpty();
  }

  private static Optional<Card> card(String name) {
    return Optional.of(aCard(name));
  }
}
