package com.aiqleads.platform;

/// Sends letters; at least once, so that a repeat must do no harm.
public interface Mailer {

  void send(Letter letter);
}
