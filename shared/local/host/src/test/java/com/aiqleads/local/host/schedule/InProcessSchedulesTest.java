package com.aiqleads.local.host.schedule;

import com.aiqleads.local.host.function.InProcessIsolation;

class InProcessSchedulesTest extends SchedulesContract {

  InProcessSchedulesTest() {
    super(new InProcessIsolation());
  }
}
