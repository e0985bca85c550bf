package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.LeadOpenings;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingOrders;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class StandingStore {

  @Singleton
  StandingOrders standingOrders(Database database, InstantSource clock) {
    return new PostgresStandingOrders(database, clock);
  }

  @Singleton
  ParkedOrders parkedOrders(Database database, StandingOrders orders) {
    return new PostgresParkedOrders(database, orders);
  }

  @Singleton
  Allocations allocations(Database database, InstantSource clock) {
    return new PostgresAllocations(database, clock);
  }

  @Singleton
  LeadOpenings leadOpenings(Database database, InstantSource clock) {
    return new PostgresLeadOpenings(database, clock);
  }
}
