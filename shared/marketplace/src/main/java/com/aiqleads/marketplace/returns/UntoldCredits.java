package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.util.Optional;

/// Credits for leads that never arrived, of which their teams have not been told.
public interface UntoldCredits {

  /// In the transaction that credits it.
  void add(LeadReturn credited);

  /// All of some team, which counts as told from now on; nothing if every team is.
  Optional<Sum> take();

  record Sum(TeamId team, int leads, Money credited) {}
}
