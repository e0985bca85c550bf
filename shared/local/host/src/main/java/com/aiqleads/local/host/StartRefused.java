package com.aiqleads.local.host;

/// The local cloud cannot start as it was told to; the message says what to do.
public final class StartRefused extends RuntimeException {

  public StartRefused(String message) {
    super(message);
  }
}
