package com.aiqleads.testkit;

import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.Service;
import java.util.EnumMap;
import java.util.Map;

/// The services of this JVM: each starts when the first test class asks for it, and ends with the
/// JVM.
final class RunningServices {
  private static final Map<Service, TemporaryService> RUNNING = new EnumMap<>(Service.class);

  private RunningServices() {}

  static synchronized LocalServices with(Service service) {
    return RUNNING.computeIfAbsent(service, RunningServices::start).services();
  }

  private static TemporaryService start(Service service) {
    var started = TemporaryService.start(service);
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    return started;
  }
}
