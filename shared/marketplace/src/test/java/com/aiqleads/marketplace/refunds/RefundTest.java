package com.aiqleads.marketplace.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.orders.CardOrder.Refusal;
import com.aiqleads.marketplace.refunds.Refund.Decider;
import com.aiqleads.marketplace.refunds.Refund.Kind;
import com.aiqleads.marketplace.refunds.Refund.State;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefundTest {

  @ParameterizedTest
  @CsvSource({
    "RETURN, RULE",
    "RECALL, RULE",
    "UNDELIVERED, RULE",
    "APPEAL, RULE",
    "ORDER_REFUND, RULE",
    "CARD_REFUND, GATEWAY",
    "CHARGEBACK, BANK",
    "REVERSAL, BANK"
  })
  void isDecidedByAPersonOrByWhatItIs(Kind kind, Decider otherwise) {
    UserId judge = new UserId(Ids.derived("user", "judge"));

    assertThat(refund(kind, Optional.empty()).decider()).isEqualTo(otherwise);
    assertThat(refund(kind, Optional.of(judge)).decider()).isEqualTo(Decider.PERSON);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void readsAKindAsItIsWritten(Kind kind) {
    assertThat(Kind.parse(kind.code())).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void readsAStateAsItIsWritten(State state) {
    assertThat(State.parse(state.code())).isEqualTo(state);
  }

  @Test
  void refusesWhatIsNoneOfThem() {
    assertThatIllegalArgumentException().isThrownBy(() -> Kind.parse("RETURN"));
    assertThatIllegalArgumentException().isThrownBy(() -> State.parse("gone"));
    assertThatIllegalArgumentException().isThrownBy(() -> RefundId.parse("order_1"));
  }

  @Test
  void hasMovedIfItIsDoneOrCameBack() {
    assertThat(Stream.of(State.values()).filter(State::hasMoved))
        .containsExactly(State.DONE, State.FAILED);
  }

  @Test
  void isKnownByItsId() {
    RefundId id = new RefundId(Ids.derived("refund", "one"));

    assertThat(RefundId.parse(id.text())).isEqualTo(id);
    assertThat(id).hasToString(id.text());
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void saysInASentenceWhyAnOrderWasNotBought(Refusal refusal) {
    assertThat(CardReasons.of(refusal).text()).endsWith(".").doesNotContain("_");
  }

  @Test
  void saysThatWhatWasSpentIsOwed() {
    Reason spent = CardReasons.spent(CardReasons.TAKEN_BACK);

    assertThat(spent.code()).isEqualTo(CardReasons.TAKEN_BACK.code());
    assertThat(spent.text())
        .startsWith(CardReasons.TAKEN_BACK.text())
        .endsWith("the team owes it.");
  }

  private static Refund refund(Kind kind, Optional<UserId> judge) {
    return new Refund(
        new RefundId(Ids.derived("refund", "one")),
        Instant.EPOCH,
        new TeamId(Ids.derived("team", "ours")),
        kind,
        State.DONE,
        Money.usd(1_00),
        CardReasons.REFUNDED,
        Optional.empty(),
        Optional.empty(),
        judge,
        Optional.empty());
  }
}
