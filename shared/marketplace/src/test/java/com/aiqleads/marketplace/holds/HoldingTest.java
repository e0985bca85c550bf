package com.aiqleads.marketplace.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.payments.PaymentId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldingTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final HoldId ID = new HoldId(Ids.derived("hold"));
  private static final Hold HOLD = hold(60, 60);

  @Test
  void aLeadIsSharedOrSoldToOneAlone() {
    assertThat(SaleMode.of("exclusive")).isEqualTo(SaleMode.EXCLUSIVE);
    assertThat(SaleMode.SHARED.text()).isEqualTo("shared");
    assertThatIllegalArgumentException().isThrownBy(() -> SaleMode.of("mine"));
  }

  @Test
  void aHoldEndsAfterItBeginsAndByItsLastMoment() {
    assertThat(HOLD.until()).isEqualTo(NOON.plusSeconds(60));
    assertThatIllegalArgumentException().isThrownBy(() -> hold(0, 60));
    assertThatIllegalArgumentException().isThrownBy(() -> hold(61, 60));
  }

  @Test
  void knowsItsIdByHeart() {
    assertThat(HoldId.parse(ID.text())).isEqualTo(ID);
    assertThat(ID).hasToString(ID.text());
    assertThat(ID.text()).startsWith("hold_");
  }

  @Test
  void everyAnswerNamesItsLead() {
    LeadId lead = OfferFixtures.leadId(1);
    List<HoldAnswer> answers =
        List.of(
            new HoldAnswer.Held(HOLD),
            new HoldAnswer.HeldBefore(HOLD),
            new HoldAnswer.NotOnSale(lead),
            new HoldAnswer.SoldOut(lead),
            new HoldAnswer.AllHeld(lead, Optional.of(NOON)),
            new HoldAnswer.AlreadyOwned(lead),
            new HoldAnswer.HeldOtherwise(lead),
            new HoldAnswer.PriceChanged(lead, Money.usd(1)),
            new HoldAnswer.OverLimit(lead, Span.DAY),
            new HoldAnswer.TooManyHolds(lead),
            new HoldAnswer.CoolingDown(lead, NOON),
            new HoldAnswer.OthersRefused(lead));

    assertThat(answers).extracting(HoldAnswer::lead).containsOnly(lead);
  }

  @Test
  void tellsHowALongerHoldOrALetGoEnded() {
    assertThat(new Extension.Extended(HOLD).hold()).isEqualTo(HOLD);
    assertThat(new Extension.NoLonger(HOLD).hold()).isEqualTo(HOLD);
    assertThat(new Extension.Ended(Ending.SOLD)).isNotEqualTo(new Extension.Unknown());
    assertThat(new Release.Ended(Ending.EXPIRED)).isNotEqualTo(new Release.Ended(Ending.SOLD));
    assertThat(new Release.Released()).isNotEqualTo(new Release.Unknown());
  }

  @Test
  void isForSaleUnlessItIsTakenOffOrBeingPaid() {
    Optional<PaymentId> payment = Optional.of(new PaymentId(new UUID(0, 1)));
    assertThat(new CartLine(HOLD, "House", true, Optional.empty()).isForSale()).isTrue();
    assertThat(new CartLine(HOLD, "House", false, Optional.empty()).isForSale()).isFalse();
    assertThat(new CartLine(HOLD, "House", true, payment).isForSale()).isFalse();
  }

  @Test
  void wantsOneToAHundredLeadsEachOnce() {
    assertThat(wishes(100).leads()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(() -> wishes(0));
    assertThatIllegalArgumentException().isThrownBy(() -> wishes(101));
    Wish wish = new Wish(OfferFixtures.leadId(1), Optional.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wishes(List.of(wish, wish), SaleMode.SHARED, true));
    assertThat(Wishes.of(OfferFixtures.leadId(1), SaleMode.SHARED).wishes()).containsExactly(wish);
  }

  @Test
  void aLimitLimitsSomethingToNoLessThanNothing() {
    assertThat(limit(Optional.of(0), Optional.empty()).maxLeads()).contains(0);
    assertThat(limit(Optional.empty(), Optional.of(Money.usd(0))).maxAmount()).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limit(Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> limit(Optional.of(-1), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limit(Optional.empty(), Optional.of(Money.usd(-1))));
  }

  @Test
  void hasOneLimitForASpan() {
    Limit day = limit(Optional.of(1), Optional.empty());

    assertThat(new Limits(ZoneId.of("UTC"), List.of(day)).limits()).containsExactly(day);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(ZoneId.of("UTC"), List.of(day, day)));
  }

  @Test
  void readsSpans() {
    assertThat(Span.of("week")).isEqualTo(Span.WEEK);
    assertThat(Span.TOTAL.text()).isEqualTo("total");
    assertThatIllegalArgumentException().isThrownBy(() -> Span.of("year"));
  }

  private static Hold hold(long seconds, long lastSeconds) {
    return new Hold(
        ID,
        OfferFixtures.leadId(1),
        SaleMode.SHARED,
        Money.usd(34_00),
        NOON,
        NOON.plusSeconds(seconds),
        NOON.plusSeconds(lastSeconds),
        0);
  }

  private static Wishes wishes(int count) {
    List<Wish> wishes =
        IntStream.range(0, count)
            .mapToObj(number -> new Wish(OfferFixtures.leadId(number), Optional.empty()))
            .toList();
    return new Wishes(wishes, SaleMode.SHARED, false);
  }

  private static Limit limit(Optional<Integer> leads, Optional<Money> amount) {
    return new Limit(Span.DAY, leads, amount);
  }
}
