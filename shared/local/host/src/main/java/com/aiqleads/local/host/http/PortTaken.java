package com.aiqleads.local.host.http;

/// Somebody else listens where the local cloud was told to.
public final class PortTaken extends RuntimeException {

  public PortTaken(int port, String property, Throwable cause) {
    super(
        "port %d is taken: free it, or choose another with -D%s=<port>".formatted(port, property),
        cause);
  }
}
