package com.aiqleads.marketplace.taxes;

import com.aiqleads.kernel.TeamId;
import java.time.Instant;

/// What the state wants of a sale to a team.
public interface Taxes {

  /// Nothing, of nobody: as long as the house is registered nowhere.
  Taxes NONE = (_, _) -> TaxRate.NONE;

  /// The rate of the day that it was then where the team is taxed.
  TaxRate of(TeamId team, Instant at);
}
