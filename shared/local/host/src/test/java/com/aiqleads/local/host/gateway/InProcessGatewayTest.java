package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.function.InProcessIsolation;

class InProcessGatewayTest extends GatewayContract {

  InProcessGatewayTest() {
    super(new InProcessIsolation());
  }
}
