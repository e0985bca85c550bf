package com.aiqleads.local.host.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;

/// Refuses requests that a web page made its visitor's browser send here under a name of its own.
public final class LocalHosts {

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private LocalHosts() {}

  /// A page elsewhere is told apart by the host it asked for or by where it came from.
  ///
  /// @throws Foreign when either names another computer
  public static void check(HttpExchange exchange) {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    refuseForeign(host);
    if (origin != null) {
      refuseForeign(origin.replaceFirst("^https?://", ""));
    }
  }

  private static void refuseForeign(String host) {
    if (!NAMES.contains(host.replaceFirst(":[0-9]+$", ""))) {
      throw new Foreign(host);
    }
  }

  /// The request was meant for, or comes from, another computer.
  public static final class Foreign extends RuntimeException {
    Foreign(String host) {
      super("this address is 127.0.0.1, not " + host);
    }
  }
}
