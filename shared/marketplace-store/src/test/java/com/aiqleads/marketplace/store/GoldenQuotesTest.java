package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Quotes as they stand in the database: circumstances, both prices and the reasons, of invented
/// leads. A change of figures or rules that makes one of them other makes all that were ever stored
/// other: it needs a book of a new name, or a rule that old circumstances do not meet.
class GoldenQuotesTest {
  private static final QuoteJson QUOTES = new QuoteJson(Stores.JSON);

  @Test
  void everyStoredQuoteIsComputedAgainBitForBit() throws IOException {
    Pricing pricing = new Pricing(PriceBook.FIRST);

    List<Quote> stored = stored();

    assertThat(stored).hasSize(120);
    for (Quote quote : stored) {
      assertThat(pricing.quote(quote.circumstances())).isEqualTo(quote);
    }
  }

  @Test
  void circumstancesAreStoredAsEver() throws IOException {
    for (String line : lines()) {
      String circumstances = line.split("\t", -1)[0];

      assertThat(QUOTES.write(QUOTES.read(circumstances))).isEqualTo(circumstances);
    }
  }

  private static List<Quote> stored() throws IOException {
    return lines().stream().map(line -> quote(line.split("\t", -1))).toList();
  }

  private static Quote quote(String[] columns) {
    Circumstances circumstances = QUOTES.read(columns[0]);
    Price price =
        new Price(
            Money.usd(Long.parseLong(columns[1])),
            Money.usd(Long.parseLong(columns[2])),
            PriceBook.FIRST.version(),
            Stores.REASONS.read(columns[3]));
    return new Quote(circumstances, price);
  }

  private static List<String> lines() throws IOException {
    String file = "golden-quotes-" + PriceBook.FIRST.version() + ".tsv";
    try (InputStream lines = GoldenQuotesTest.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(lines, file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList();
    }
  }
}
