package com.aiqleads.marketplace.overseesales;

import com.aiqleads.marketplace.books.AccountSum;
import com.aiqleads.marketplace.books.Backlog;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.LedgerHealth;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is told about the books.
@Serdeable
record LedgerView(
    @Schema(description = "Newest first, ten.") List<CheckView> checks,
    @Schema(description = "Over all accounts, by currency: anything but 0 is a fault.")
        List<SumView> sums,
    List<AccountsView> accounts,
    @Schema(description = "Transfers posted and not yet sealed.") BacklogView unsealed,
    @Schema(description = "Payments of which nobody knows yet how they went.")
        BacklogView unknownPayments,
    @Schema(description = "Orders paid by card, neither bought nor given back.")
        BacklogView unfinishedOrders,
    @Schema(
            description =
                "Movements of money that want a paper and have none yet; a gift wants none.")
        BacklogView unreceipted) {

  static LedgerView of(LedgerHealth health) {
    return new LedgerView(
        health.checks().stream().map(CheckView::of).toList(),
        health.sums().entrySet().stream()
            .map(one -> new SumView(one.getKey(), one.getValue()))
            .toList(),
        health.accounts().stream().map(AccountsView::of).toList(),
        BacklogView.of(health.unsealed()),
        BacklogView.of(health.unknownPayments()),
        BacklogView.of(health.unfinishedOrders()),
        BacklogView.of(health.unreceipted()));
  }

  @Serdeable
  record CheckView(
      Instant at, int faults, @Schema(description = "How far the chain went.") long chainEnd) {

    static CheckView of(BookCheck check) {
      return new CheckView(check.at(), check.faults(), check.chain().place());
    }
  }

  @Serdeable
  record SumView(String currency, long minorUnits) {}

  @Serdeable
  record AccountsView(String kind, String currency, long minorUnits) {

    static AccountsView of(AccountSum sum) {
      return new AccountsView(
          sum.kind().toLowerCase(Locale.ROOT), sum.currency(), sum.minorUnits());
    }
  }

  @Serdeable
  record BacklogView(
      long count, @Nullable @Schema(description = "When the oldest began.") Instant since) {

    static BacklogView of(Backlog backlog) {
      return new BacklogView(backlog.count(), backlog.since().orElse(null));
    }
  }
}
