package com.aiqleads.marketplace.taxes;

import com.aiqleads.kernel.TeamId;

/// What the state wants of a sale to a team.
public interface Taxes {

  /// Nothing, of nobody: as long as the house is registered nowhere.
  Taxes NONE = _ -> TaxRate.NONE;

  TaxRate of(TeamId team);
}
