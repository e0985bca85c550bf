package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.TeamId;
import java.time.LocalDate;
import java.util.List;

/// The ledger, as teams see it.
public interface Wallets {

  Wallet of(TeamId team);

  Granting grant(TeamId team, Grant grant);

  /// The newest of those with a number below this one, newest first.
  List<Movement> statement(TeamId team, long below, int limit);

  /// All movements of these days, at most so many: of more, those that came first.
  Statement statement(TeamId team, LocalDate from, LocalDate until, int most);

  /// Takes back what at most so many teams did not spend in time. Nobody can spend it before,
  /// either; only housekeeping.
  void expire(int teams);
}
