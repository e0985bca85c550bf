package com.aiqleads.local.host.function;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ProcessPoolTest extends PoolContract {

  @TempDir static Path folder;

  private final ProcessIsolation isolation = ProcessIsolations.in(folder);

  @Override
  Isolation isolation() {
    return isolation;
  }
}
