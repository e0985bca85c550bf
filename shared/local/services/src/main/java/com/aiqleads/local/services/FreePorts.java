package com.aiqleads.local.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports below the range from which systems take those of outgoing connections: nobody takes them
/// between our look and the service's start, or while a killed service is being restarted.
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 700;

  private FreePorts() {}

  /// Neighbours from somewhere in the range: two programs that look in the same moment hardly ever
  /// see the same ones, whereas single random ports of the one often meet some of the other.
  public static List<Integer> take(int count) {
    int start = ThreadLocalRandom.current().nextInt(FIRST, LAST - ATTEMPTS);
    return IntStream.range(start, start + ATTEMPTS)
        .filter(FreePorts::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }
}
