package com.aiqleads.local.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Ports below the range from which systems take those of outgoing connections: nobody takes them
/// between our look and the service's start, or while a killed service is being restarted.
final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private FreePorts() {}

  static Set<Integer> take(int count) {
    Set<Integer> taken = new LinkedHashSet<>();
    for (int attempt = 0; taken.size() < count; attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("no free port between %d and %d".formatted(FIRST, LAST));
      }
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        taken.add(port);
      }
    }
    return taken;
  }

  static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }
}
