package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// Purchases as they are made.
final class Sales {
  static final UserId BUYER = new UserId(Ids.derived("user", "buyer"));

  private Sales() {}

  static Hold hold(Database database, TeamId team, LeadId lead) {
    return ((Held)
            new PostgresHolds(database, InstantSource.system())
                .hold(team, Wishes.of(lead, SaleMode.SHARED))
                .getFirst())
        .hold();
  }

  static Purchase buy(Database database, TeamId team, Hold... holds) {
    Money total = Money.usd(Arrays.stream(holds).mapToLong(h -> h.price().minorUnits()).sum());
    String text = holds[0].id().text();
    new PostgresWallets(database).grant(team, gift("for " + text, total));
    return new PostgresOrders(database).checkOut(team, checkout("of " + text, total, holds));
  }

  static Checkout checkout(String name, Money expected, Hold... holds) {
    return new Checkout(
        new OrderId(Ids.derived("order", name)),
        BUYER,
        Arrays.stream(holds).<HoldId>map(Hold::id).toList(),
        expected);
  }

  static Grant gift(String name, Money amount) {
    return new Grant(
        new TransferId(Ids.derived("transfer", name)),
        Grant.Kind.GIFT,
        amount,
        Grant.USUAL_PRIORITY,
        Optional.empty(),
        name);
  }
}
