package com.aiqleads.marketplace.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalletTest {

  private static final TransferId ID = new TransferId(Ids.derived("transfer"));

  @Test
  void whatIsSetAsideIsNotThereToBeSpent() {
    Lot lot = new Lot(Grant.Kind.GIFT, Money.usd(5), Money.usd(5), Instant.EPOCH, Optional.empty());

    assertThat(wallet(5, 2, 0, 0, lot).available()).isEqualTo(Money.usd(3));
  }

  @Test
  void whatABankMayTakeBackIsNotThereEitherAndDebtsAreBelowNothing() {
    Lot lot =
        new Lot(Grant.Kind.TOP_UP, Money.usd(5), Money.usd(5), Instant.EPOCH, Optional.empty());

    assertThat(wallet(5, 1, 3, 0, lot).available()).isEqualTo(Money.usd(1));
    assertThat(wallet(0, 0, 0, 4).available()).isEqualTo(Money.usd(-4));
  }

  private static Wallet wallet(long balance, long setAside, long frozen, long owed, Lot... lots) {
    return new Wallet(
        Money.usd(balance), Money.usd(setAside), Money.usd(frozen), Money.usd(owed), List.of(lots));
  }

  @Test
  void grantsMoreThanNothingWithAPriorityOfOneToFifty() {
    assertThat(grant(1, 1).amount()).isEqualTo(Money.usd(1));
    assertThat(grant(1, 50).priority()).isEqualTo(50);
    assertThatIllegalArgumentException().isThrownBy(() -> grant(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> grant(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> grant(1, 51));
  }

  @Test
  void aMovementHasTheBalanceAfterIt() {
    Movement spent =
        new Movement(
            1, Movement.Kind.PURCHASE, Money.usd(-2), Money.usd(3), Instant.EPOCH, "a lead");

    assertThat(spent.balance().minus(spent.amount())).isEqualTo(Money.usd(5));
    assertThat(Granting.values()).hasSize(3);
  }

  @Test
  void knowsItsIdByHeart() {
    assertThat(TransferId.parse(ID.text())).isEqualTo(ID);
    assertThat(ID).hasToString(ID.text());
  }

  private static Grant grant(long cents, int priority) {
    return new Grant(ID, Grant.Kind.TOP_UP, Money.usd(cents), priority, Optional.empty(), "a note");
  }
}
