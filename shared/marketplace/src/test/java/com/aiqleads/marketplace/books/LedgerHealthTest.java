package com.aiqleads.marketplace.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerHealthTest {

  private static final Backlog NOTHING = new Backlog(0, Optional.empty());

  @Test
  void addsUpEachCurrencyOnItsOwn() {
    LedgerHealth health =
        of(
            new AccountSum("GIFTS", "USD", -7),
            new AccountSum("WALLET", "USD", 7),
            new AccountSum("WALLET", "EUR", 2));

    assertThat(health.sums()).isEqualTo(Map.of("USD", 0L, "EUR", 2L));
  }

  private static LedgerHealth of(AccountSum... accounts) {
    return new LedgerHealth(List.of(), List.of(accounts), NOTHING, NOTHING, NOTHING, NOTHING);
  }
}
