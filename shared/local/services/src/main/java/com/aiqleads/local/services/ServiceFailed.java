package com.aiqleads.local.services;

import org.jspecify.annotations.Nullable;

/// A service did not start or ended by itself; the message carries its last log lines.
public final class ServiceFailed extends RuntimeException {
  public ServiceFailed(String message) {
    this(message, null);
  }

  ServiceFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
