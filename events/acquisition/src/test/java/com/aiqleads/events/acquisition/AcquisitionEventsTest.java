package com.aiqleads.events.acquisition;

import com.aiqleads.events.EventContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class AcquisitionEventsTest {

  @TestFactory
  Stream<DynamicNode> keepTheirContract() {
    return EventContract.ofPackageOf(LeadScored.class);
  }
}
