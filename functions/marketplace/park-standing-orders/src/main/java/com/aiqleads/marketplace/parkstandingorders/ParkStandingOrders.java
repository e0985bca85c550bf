package com.aiqleads.marketplace.parkstandingorders;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.standing.ParkedOrders;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Singleton
record ParkStandingOrders(ParkedOrders orders) {

  private static final Logger LOG = LoggerFactory.getLogger(ParkStandingOrders.class);

  void park(TeamId team, UserId maker, Instant leftAt) {
    int parked = orders.park(team, maker, leftAt);
    LOG.atInfo()
        .addKeyValue("team", team.text())
        .addKeyValue("user", maker.text())
        .addKeyValue("orders", parked)
        .log("parked the standing orders of who has left");
  }
}
