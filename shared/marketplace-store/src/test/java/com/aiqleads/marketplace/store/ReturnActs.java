package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.Sale;
import com.aiqleads.marketplace.returns.TakeBack;
import java.util.List;
import java.util.Optional;

/// Returns as they are asked for, judged and recalled: each all or nothing.
record ReturnActs(Database database) {
  static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));
  static final String BOUNCE = "550 5.1.1 <maria@example.com>: no such user";

  static PostgresReturns returns(Database database) {
    return new PostgresReturns(
        database, Stores.CONTACTS, () -> CIPHER, new FactsJson(Stores.JSON), Stores.REASONS);
  }

  ReturnDesk desk() {
    return new ReturnDesk(returns(database));
  }

  static Claim claim(OrderLineId line, ReturnReason reason, String evidence) {
    return new Claim(line, reason, Optional.of(Sales.BUYER), evidence);
  }

  Taken take(TeamId team, OrderLineId line, ReturnReason reason, String evidence) {
    return database.inTransaction(
        () ->
            ((TakeBack.Accepted)
                    desk()
                        .take(team, claim(line, reason, evidence), SmallMarket.NOON)
                        .orElseThrow())
                .taken());
  }

  Taken judge(ReturnId id, int percent) {
    return database.inTransaction(
        () -> desk().judge(id, JUDGE, percent, "Somebody has looked.").orElseThrow());
  }

  Optional<Taken> recall(Sale sale, ReturnReason reason) {
    return database.inTransaction(() -> desk().recall(sale, reason));
  }
}
