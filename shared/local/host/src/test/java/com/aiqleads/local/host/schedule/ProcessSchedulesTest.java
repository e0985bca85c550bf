package com.aiqleads.local.host.schedule;

import com.aiqleads.local.host.function.ProcessIsolations;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ProcessSchedulesTest extends SchedulesContract {

  @TempDir static Path runtime;

  ProcessSchedulesTest() {
    super(ProcessIsolations.in(runtime));
  }
}
