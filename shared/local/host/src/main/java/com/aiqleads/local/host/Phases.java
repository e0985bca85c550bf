package com.aiqleads.local.host;

import java.lang.management.ManagementFactory;

/// How long each part of the start took, for the log.
final class Phases {

  private static final System.Logger LOG = System.getLogger(Phases.class.getName());

  private long last = ManagementFactory.getRuntimeMXBean().getStartTime();

  void ended(String phase) {
    long now = System.currentTimeMillis();
    LOG.log(System.Logger.Level.INFO, "{0}: {1} ms", phase, now - last);
    last = now;
  }
}
