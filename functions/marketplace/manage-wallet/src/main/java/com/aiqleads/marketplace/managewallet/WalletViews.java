package com.aiqleads.marketplace.managewallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.wallet.Lot;
import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.Wallet;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is told about the money of a team.
final class WalletViews {

  private WalletViews() {}

  @Serdeable
  record WalletView(
      Money balance,
      @Schema(description = "For what the team holds.") Money setAside,
      @Schema(description = "Paid for by card, and contested at the bank.") Money frozen,
      @Schema(description = "Spent before a bank took it back.") Money owed,
      @Schema(description = "Negative if more is owed than is there: nothing can be bought then.")
          Money available,
      @Schema(description = "In the order in which they are spent.") List<LotView> lots) {

    static WalletView of(Wallet wallet) {
      return new WalletView(
          wallet.balance(),
          wallet.setAside(),
          wallet.frozen(),
          wallet.owed(),
          wallet.available(),
          wallet.lots().stream().map(LotView::of).toList());
    }
  }

  @Serdeable
  record LotView(
      @Schema(allowableValues = {"gift", "top_up"}) String kind,
      Money amount,
      Money remaining,
      Instant grantedAt,
      @Nullable @Schema(description = "Taken back then, as far as it is not spent.")
          Instant until) {

    static LotView of(Lot lot) {
      return new LotView(
          lot.kind().name().toLowerCase(Locale.ROOT),
          lot.amount(),
          lot.remaining(),
          lot.grantedAt(),
          lot.until().orElse(null));
    }
  }

  @Serdeable
  record MovementView(
      long number,
      @Schema(
              allowableValues = {
                "gift",
                "top_up",
                "purchase",
                "expiry",
                "claw",
                "reinstatement",
                "repayment",
                "subscription",
                "return"
              })
          String kind,
      @Schema(description = "Negative for what left the wallet.") Money amount,
      Money balance,
      Instant at,
      String note) {

    static MovementView of(Movement movement) {
      return new MovementView(
          movement.number(),
          movement.kind().name().toLowerCase(Locale.ROOT),
          movement.amount(),
          movement.balance(),
          movement.at(),
          movement.note());
    }
  }

  @Serdeable
  record MovementsView(
      List<MovementView> movements,
      @Nullable @Schema(description = "`below` of the next page, if there may be one.") Long next) {

    static MovementsView of(List<Movement> movements, int limit) {
      return new MovementsView(
          movements.stream().map(MovementView::of).toList(),
          movements.size() < limit ? null : movements.getLast().number());
    }
  }

  @Serdeable
  record GiftView(String id) {}
}
