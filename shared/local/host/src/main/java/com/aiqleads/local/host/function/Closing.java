package com.aiqleads.local.host.function;

/// Closes what is not needed any more and where nobody could act on a failure.
final class Closing {

  private Closing() {}

  static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      System.getLogger(Closing.class.getName())
          .log(System.Logger.Level.DEBUG, "not closed cleanly: " + closeable, e);
    }
  }
}
