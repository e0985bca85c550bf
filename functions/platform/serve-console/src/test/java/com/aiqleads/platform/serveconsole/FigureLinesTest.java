package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureLinesTest {

  @Test
  void readsNamesWithBlanksAndAmountsWithASign() {
    assertThat(FigureLines.AMOUNTS.value("fsbo $24.5\n  for sale by owner 22  "))
        .isEqualTo(Map.of("fsbo", usd(2_450), "for sale by owner", usd(2_200)));
    assertThat(FigureLines.PERCENTS.value("")).isEqualTo(Map.of());
    assertThat(FigureLines.STEPS.value("0 100\r\n4 65"))
        .isEqualTo(
            List.of(Map.of("from", 0L, "percent", 100L), Map.of("from", 4L, "percent", 65L)));
  }

  @Test
  void saysWhichLineItCannotRead() {
    refuses(FigureLines.AMOUNTS, "fsbo 1.234", "“1.234” is no amount such as 24.00");
    refuses(FigureLines.AMOUNTS, "fsbo 1\nfsbo 2", "“fsbo 2”: the name stands there twice");
    refuses(FigureLines.AMOUNT, "", "“” is no amount such as 24.00");
    refuses(FigureLines.AMOUNT, "1e999999999", "“1e999999999” is no amount such as 24.00");
    refuses(FigureLines.AMOUNT, "9".repeat(13), "is no amount such as 24.00");
    refuses(FigureLines.PERCENTS, "house", "“house”: the value is missing");
    refuses(FigureLines.STEPS, "0 all", "“all” is no whole number");
    refuses(FigureLines.NUMBER, "3.5", "“3.5” is no whole number");
  }

  private static void refuses(FigureLines lines, String text, String said) {
    assertThatThrownBy(() -> lines.value(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  private static Map<String, Object> usd(long cents) {
    return Map.of("minorUnits", cents, "currency", "USD");
  }
}
