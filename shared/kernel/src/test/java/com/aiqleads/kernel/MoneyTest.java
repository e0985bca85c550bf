package com.aiqleads.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency YEN = Currency.getInstance("JPY");

  @Property
  void givesBackWhatWasAdded(@ForAll int some, @ForAll int more) {
    Money sum = Money.usd(some).plus(Money.usd(more));

    assertThat(sum.minus(Money.usd(more))).isEqualTo(Money.usd(some));
  }

  @Property
  void survivesMajorUnits(@ForAll long cents) {
    assertThat(Money.rounded(Money.usd(cents).majorUnits(), USD)).isEqualTo(Money.usd(cents));
  }

  @Test
  void roundsHalfToEven() {
    assertThat(Money.rounded(new BigDecimal("0.125"), USD)).isEqualTo(Money.usd(12));
    assertThat(Money.rounded(new BigDecimal("0.135"), USD)).isEqualTo(Money.usd(14));
    assertThat(Money.rounded(new BigDecimal("-0.125"), USD)).isEqualTo(Money.usd(-12));
    assertThat(Money.rounded(new BigDecimal("2.5"), YEN)).isEqualTo(new Money(2, YEN));
  }

  @Test
  void refusesToMixCurrencies() {
    Money dollars = Money.usd(1);
    Money yen = new Money(1, YEN);

    assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(yen));
  }

  @Test
  void refusesToOverflow() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Money.usd(Long.MAX_VALUE).plus(Money.usd(1)));
  }

  @Test
  void readsAsAnAmount() {
    assertThat(Money.usd(123456)).hasToString("1234.56 USD");
    assertThat(Money.usd(-1).isNegative()).isTrue();
    assertThat(Money.usd(0).isNegative()).isFalse();
    assertThat(Money.usd(2)).isGreaterThan(Money.usd(1));
  }
}
