package com.aiqleads.marketplace.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Phone;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  private static final OrderLineId LINE = new OrderLineId(Ids.derived("line"));

  @ParameterizedTest
  @CsvSource({
    "+13055550123, GEOGRAPHIC",
    "+18005550123, TOLL_FREE",
    "+18335550123, TOLL_FREE",
    "+18885550123, TOLL_FREE",
    "+18895550123, GEOGRAPHIC",
    "+19005550123, PREMIUM",
    "+19115550123, UNASSIGNABLE",
    "+13059110123, UNASSIGNABLE",
    "+11055550123, UNASSIGNABLE",
    "+13051550123, UNASSIGNABLE",
    "+442071838750, UNASSIGNABLE"
  })
  void knowsANumberByItsPlan(String number, LineType type) {
    assertThat(LineType.of(new Phone(number))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | NONE",
        "It came back. | NONE",
        "I wrote on 2026-05-50 and 5550123 is dead: maria@example.com | NONE",
        "550 5.1.1 <MARIA@example.com>: no such user | PERMANENT",
        "maria@example.com 5.1.1 | PERMANENT",
        "554 maria@example.com refused | PERMANENT",
        "450 4.2.2 maria@example.com mailbox full | TEMPORARY",
        "4.4.1 then 5.4.7 for maria@example.com | PERMANENT",
        "550 5.1.1 other@example.com | OTHER_ADDRESS"
      })
  void readsWhatAServerAnswered(String evidence, Bounce bounce) {
    assertThat(Bounce.of(evidence, List.of(new Email("maria@example.com")))).isEqualTo(bounce);
  }

  @Test
  void isTheSameReturnForTheSameLeadAndReason() {
    Claim claim = new Claim(LINE, ReturnReason.FRAUD, Optional.empty(), " Call 305-555-0123 ");

    assertThat(claim.id()).isEqualTo(Claim.recall(LINE, ReturnReason.FRAUD).id());
    assertThat(claim.id()).isNotEqualTo(Claim.recall(LINE, ReturnReason.DUPLICATE).id());
    assertThat(ReturnId.parse(claim.id().text())).isEqualTo(claim.id());
    assertThat(claim.id()).hasToString(claim.id().text());
    assertThat(claim.evidence()).isEqualTo("Call 305-555-0123");
    assertThat(claim.toString()).doesNotContain("305");
  }

  @Test
  void takesAsMuchEvidenceAsAnybodyReads() {
    assertThat(new Claim(LINE, ReturnReason.FRAUD, Optional.empty(), "x".repeat(4_000)).evidence())
        .hasSize(4_000);
    assertThatThrownBy(
            () -> new Claim(LINE, ReturnReason.FRAUD, Optional.empty(), "x".repeat(4_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsReasonsByTheirCodes() {
    for (ReturnReason reason : ReturnReason.values()) {
      assertThat(ReturnReason.parse(reason.code())).isEqualTo(reason);
      assertThat(reason.text()).endsWith(".");
    }
    assertThatThrownBy(() -> ReturnReason.parse("bored"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
