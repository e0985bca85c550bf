package com.aiqleads.events.marketplace;

import com.aiqleads.events.EventContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class MarketplaceEventsTest {

  @TestFactory
  Stream<DynamicNode> keepTheirContract() {
    return EventContract.ofPackageOf(LeadPriced.class);
  }
}
