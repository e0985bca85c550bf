package com.aiqleads.events.platform;

import com.aiqleads.events.EventContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class PlatformEventsTest {

  @TestFactory
  Stream<DynamicNode> keepTheirContract() {
    return EventContract.ofPackageOf(MailRequested.class);
  }
}
