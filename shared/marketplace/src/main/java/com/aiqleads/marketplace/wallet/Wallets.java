package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.TeamId;
import java.util.List;

/// The ledger, as teams see it.
public interface Wallets {

  Wallet of(TeamId team);

  Granting grant(TeamId team, Grant grant);

  /// The newest of those with a number below this one, newest first.
  List<Movement> statement(TeamId team, long below, int limit);

  /// Takes back what at most so many teams did not spend in time. Nobody can spend it before,
  /// either; only housekeeping.
  void expire(int teams);
}
