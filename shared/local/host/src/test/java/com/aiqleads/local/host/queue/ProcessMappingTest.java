package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.function.ProcessIsolations;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ProcessMappingTest extends MappingContract {

  @TempDir static Path runtime;

  ProcessMappingTest() {
    super(ProcessIsolations.in(runtime));
  }
}
