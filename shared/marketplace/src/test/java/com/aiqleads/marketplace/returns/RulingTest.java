package com.aiqleads.marketplace.returns;

import static com.aiqleads.marketplace.returns.FactsFixtures.PRICE;
import static com.aiqleads.marketplace.returns.FactsFixtures.SOLD;
import static com.aiqleads.marketplace.returns.FactsFixtures.known;
import static com.aiqleads.marketplace.returns.FactsFixtures.other;
import static com.aiqleads.marketplace.returns.ReturnReason.BAD_PHONE;
import static com.aiqleads.marketplace.returns.ReturnReason.BOUNCED_EMAIL;
import static com.aiqleads.marketplace.returns.ReturnReason.DUPLICATE;
import static com.aiqleads.marketplace.returns.ReturnReason.FRAUD;
import static com.aiqleads.marketplace.returns.ReturnReason.LISTING_GONE;
import static com.aiqleads.marketplace.returns.ReturnReason.OUT_OF_AREA;
import static com.aiqleads.marketplace.returns.ReturnReason.UNDELIVERED;
import static com.aiqleads.marketplace.returns.ReturnReason.WRONG_PERSON;
import static com.aiqleads.marketplace.returns.ReturnState.CREDITED;
import static com.aiqleads.marketplace.returns.ReturnState.REFUSED;
import static com.aiqleads.marketplace.returns.ReturnState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RulingTest {

  private static final Money HALF = Money.usd(17_00);
  private static final Money NOTHING = Money.usd(0);
  private static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));

  @Test
  void creditsAPhoneThatNoPrivateSellerHas() {
    assertRuled(
        BAD_PHONE, known().phones(LineType.TOLL_FREE).emails(0, Bounce.NONE), CREDITED, PRICE);
    assertRuled(BAD_PHONE, known().phones(LineType.TOLL_FREE), CREDITED, HALF);
    assertRuled(
        BAD_PHONE, known().phones(LineType.TOLL_FREE, LineType.GEOGRAPHIC), REFUSED, NOTHING);
  }

  @Test
  void believesADeadPhoneOnTheWordOfWhoeverReturnsLittle() {
    assertRuled(BAD_PHONE, known().evidence(20), CREDITED, HALF);
    assertRuled(BAD_PHONE, known().evidence(19), REFUSED, NOTHING);
    assertRuled(BAD_PHONE, known().evidence(20).history(30, 10), WAITING, NOTHING);
    assertRuled(BAD_PHONE, known().phones(), REFUSED, NOTHING);
    assertRuled(BAD_PHONE, known().forgotten(), WAITING, NOTHING);
  }

  /// (1000 x claimed + 80 x 20) / (bought + 20) at 150, one below and one above.
  @Test
  void letsAPersonLookAboveFifteenPercent() {
    assertThat(new Facts.History(0, 0).rate()).as("of whoever is new").isEqualTo(80);
    assertThat(new Facts.History(4, 2).rate()).isEqualTo(150);
    assertRuled(WRONG_PERSON, known().evidence(40).history(5, 2), CREDITED, HALF);
    assertRuled(WRONG_PERSON, known().evidence(40).history(4, 2), CREDITED, HALF);
    assertRuled(WRONG_PERSON, known().evidence(40).history(3, 2), WAITING, NOTHING);
  }

  @Test
  void creditsWhatNobodyCanHaveSeen() {
    assertRuled(UNDELIVERED, known().passage(1, 1, false), CREDITED, PRICE);
    assertRuled(UNDELIVERED, known().passage(2, 2, false), CREDITED, PRICE);
    assertRuled(UNDELIVERED, known().passage(2, 1, false), REFUSED, NOTHING);
    assertRuled(UNDELIVERED, known().passage(1, 1, true), REFUSED, NOTHING);
    assertRuled(UNDELIVERED, known().passage(0, 0, false), REFUSED, NOTHING);
  }

  @Test
  void believesAServersAnswer() {
    assertRuled(BOUNCED_EMAIL, known().emails(1, Bounce.PERMANENT), CREDITED, HALF);
    assertRuled(BOUNCED_EMAIL, known().phones().emails(1, Bounce.PERMANENT), CREDITED, PRICE);
    assertRuled(BOUNCED_EMAIL, known().emails(1, Bounce.TEMPORARY), REFUSED, NOTHING);
    assertRuled(BOUNCED_EMAIL, known().emails(1, Bounce.OTHER_ADDRESS), REFUSED, NOTHING);
    assertRuled(BOUNCED_EMAIL, known().emails(1, Bounce.NONE), REFUSED, NOTHING);
    assertRuled(BOUNCED_EMAIL, known().emails(0, Bounce.NONE), REFUSED, NOTHING);
    assertRuled(BOUNCED_EMAIL, known().forgotten(), WAITING, NOTHING);
  }

  @Test
  void isWorthTheWholePriceWhenNoWayIsLeft() {
    assertRuled(
        BOUNCED_EMAIL,
        known().emails(1, Bounce.PERMANENT).refunded(17_00, BAD_PHONE),
        CREDITED,
        PRICE);
    assertRuled(BAD_PHONE, known().evidence(30).refunded(17_00, BOUNCED_EMAIL), CREDITED, PRICE);
  }

  @Test
  void neverTakesBackWhatWasGivenBack() {
    assertRuled(
        WRONG_PERSON, known().evidence(40).refunded(20_00, BAD_PHONE), CREDITED, Money.usd(20_00));
    assertRuled(BOUNCED_EMAIL, known().refunded(20_00, BAD_PHONE), REFUSED, Money.usd(20_00));
  }

  @Test
  void creditsWhatTheTeamHadBoughtBefore() {
    assertRuled(DUPLICATE, known().sameHome(other()), CREDITED, PRICE);
    assertRuled(DUPLICATE, known().samePerson(other()).history(30, 30), CREDITED, PRICE);
    assertRuled(DUPLICATE, known(), REFUSED, NOTHING);
    assertThat(Ruling.on(DUPLICATE, known().sameHome(other()).facts()).reasons())
        .extracting(Reason::text)
        .singleElement()
        .asString()
        .contains(other().text());
  }

  @Test
  void creditsWhatHadEndedBeforeItWasSold() {
    assertRuled(LISTING_GONE, known().gone(SOLD.plus(Duration.ofDays(2))), CREDITED, PRICE);
    assertRuled(
        LISTING_GONE, known().gone(SOLD.plus(Duration.ofDays(2)).plusMillis(1)), WAITING, NOTHING);
    assertRuled(LISTING_GONE, known().seen(SOLD).gone(SOLD.plusSeconds(1)), CREDITED, PRICE);
    assertRuled(
        LISTING_GONE, known().seen(SOLD.plusMillis(1)).gone(SOLD.plusSeconds(1)), REFUSED, NOTHING);
    assertRuled(LISTING_GONE, known(), WAITING, NOTHING);
  }

  @Test
  void creditsFraudsFromSeventyPoints() {
    assertRuled(FRAUD, known().fraud(70), CREDITED, PRICE);
    assertRuled(FRAUD, known().fraud(69), WAITING, NOTHING);
  }

  @Test
  void letsAPersonLookAtWhatNothingWeKeepDecides() {
    assertRuled(OUT_OF_AREA, known().evidence(100), WAITING, NOTHING);
    assertRuled(WRONG_PERSON, known(), WAITING, NOTHING);
  }

  @Test
  void doesWhatAPersonSays() {
    Facts facts = known().refunded(3_41, BAD_PHONE).facts();

    assertThat(Ruling.by(JUDGE, 100, "Yes.", facts).total()).isEqualTo(PRICE);
    assertThat(Ruling.by(JUDGE, 50, "Half.", facts).state()).isEqualTo(CREDITED);
    assertThat(Ruling.by(JUDGE, 50, "We called 305 555 0123, maria@example.com.", facts).reasons())
        .containsExactly(new Reason("judged", "We called [hidden], [hidden]"));
    assertThat(Ruling.by(JUDGE, 0, "No.", facts).state()).isEqualTo(REFUSED);
    assertThat(Ruling.by(JUDGE, 0, "No.", facts).total()).isEqualTo(Money.usd(3_41));
    assertThat(Ruling.by(JUDGE, 10, "A little.", facts).total())
        .as("340 cents are less than was given back")
        .isEqualTo(Money.usd(3_41));
    for (int wrong : new int[] {-1, 101}) {
      assertThatThrownBy(() -> Ruling.by(JUDGE, wrong, "", facts))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void sellsAgainOnlyWhatIsGoodForOthers() {
    assertThat(Arrays.stream(ReturnReason.values()).filter(ReturnReason::freesSlot))
        .containsExactly(DUPLICATE, OUT_OF_AREA, UNDELIVERED);
  }

  @Test
  void hasAWindowForEachReason() {
    Sale sale =
        new Sale(
            new OrderLineId(Ids.derived("line")),
            new TeamId(Ids.derived("team")),
            other(),
            PRICE,
            SOLD);

    assertThat(sale.isReturnable(OUT_OF_AREA, SOLD.plus(Duration.ofDays(14)))).isTrue();
    assertThat(sale.isReturnable(OUT_OF_AREA, SOLD.plus(Duration.ofDays(14)).plusMillis(1)))
        .isFalse();
    assertThat(sale.isReturnable(DUPLICATE, SOLD.plus(Duration.ofDays(21)))).isTrue();
    assertThat(sale.isReturnable(DUPLICATE, SOLD.plus(Duration.ofDays(21)).plusMillis(1)))
        .isFalse();
  }

  private static void assertRuled(
      ReturnReason reason, FactsFixtures known, ReturnState state, Money total) {
    Ruling ruling = Ruling.on(reason, known.facts());
    assertThat(ruling.state()).as(ruling.reasons().toString()).isEqualTo(state);
    assertThat(ruling.total()).isEqualTo(total);
    assertThat(ruling.judge()).isEmpty();
  }
}
