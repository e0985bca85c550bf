package com.aiqleads.marketplace.exclusivity;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.util.List;
import java.util.Optional;

/// What was sold to one team alone.
public interface ExclusiveSales {

  /// The newest first.
  List<ExclusiveSale> of(TeamId team, int most);

  Optional<ExclusiveSale> find(OrderLineId line);
}
