package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.function.InProcessIsolation;

class InProcessMappingTest extends MappingContract {

  InProcessMappingTest() {
    super(new InProcessIsolation());
  }
}
