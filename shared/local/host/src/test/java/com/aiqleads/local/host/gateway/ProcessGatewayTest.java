package com.aiqleads.local.host.gateway;

import com.aiqleads.local.host.function.ProcessIsolations;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ProcessGatewayTest extends GatewayContract {

  @TempDir static Path runtime;

  ProcessGatewayTest() {
    super(ProcessIsolations.in(runtime));
  }
}
