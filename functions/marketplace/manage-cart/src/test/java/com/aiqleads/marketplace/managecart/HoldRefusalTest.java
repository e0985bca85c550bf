package com.aiqleads.marketplace.managecart;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldRefusalTest {

  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void hasACodeOfItsOwnForEveryReason() {
    List<HoldAnswer> refused =
        List.of(
            new HoldAnswer.NotOnSale(LEAD),
            new HoldAnswer.SoldOut(LEAD),
            new HoldAnswer.AllHeld(LEAD, Optional.of(NOON)),
            new HoldAnswer.AlreadyOwned(LEAD),
            new HoldAnswer.HeldOtherwise(LEAD),
            new HoldAnswer.PriceChanged(LEAD, Money.usd(1)),
            new HoldAnswer.OverLimit(LEAD, Span.WEEK),
            new HoldAnswer.TooManyHolds(LEAD),
            new HoldAnswer.CoolingDown(LEAD, NOON),
            new HoldAnswer.Early(LEAD, NOON),
            new HoldAnswer.OthersRefused(LEAD));

    assertThat(refused)
        .map(answer -> Objects.requireNonNull(HoldRefusal.of(answer)).code())
        .containsExactly(
            "no-such-lead",
            "sold-out",
            "all-held",
            "already-owned",
            "held-otherwise",
            "price-changed",
            "over-limit",
            "too-many-holds",
            "cooling-down",
            "early-access",
            "others-refused");
  }

  @Test
  void saysWhatWouldHelp() {
    assertThat(HoldRefusal.of(new HoldAnswer.AllHeld(LEAD, Optional.of(NOON))))
        .extracting(refusal -> refusal.freeAt())
        .isEqualTo(NOON);
    assertThat(HoldRefusal.of(new HoldAnswer.OverLimit(LEAD, Span.WEEK)))
        .extracting(refusal -> refusal.detail())
        .asString()
        .contains("week");
  }

  @Test
  void refusesNothingThatIsHeld() {
    Hold hold =
        new Hold(
            new HoldId(Ids.derived("hold")),
            LEAD,
            SaleMode.SHARED,
            Money.usd(1),
            NOON,
            NOON.plusSeconds(1),
            NOON.plusSeconds(1),
            0);

    assertThat(HoldRefusal.of(new HoldAnswer.Held(hold))).isNull();
    assertThat(HoldRefusal.of(new HoldAnswer.HeldBefore(hold))).isNull();
  }
}
