package com.aiqleads.platform.raisealert;

/// A channel did not take what it was told, now or after a second try.
final class NotTold extends RuntimeException {

  NotTold(String message) {
    super(message);
  }

  NotTold(String message, Throwable cause) {
    super(message, cause);
  }
}
