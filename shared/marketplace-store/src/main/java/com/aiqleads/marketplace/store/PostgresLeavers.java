package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Leavers;
import com.aiqleads.lambda.database.Database;

/// They are written down when their standing orders are parked.
record PostgresLeavers(Database database) implements Leavers {

  @Override
  public boolean hasJustLeft(TeamId team, UserId user) {
    return database.readOnly(() -> PostgresParkedOrders.hasJustLeft(database, team, user));
  }
}
