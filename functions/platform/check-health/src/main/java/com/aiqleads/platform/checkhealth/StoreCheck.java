package com.aiqleads.platform.checkhealth;

import java.time.Duration;

/// Asks one store something small.
///
/// @param needed whether the product is down without it
/// @param limit how long it may take to answer
record StoreCheck(String name, boolean needed, Duration limit, Question question) {

  /// Gives what the store said of itself, a few words for operators or none; throws when it has
  /// not answered.
  @FunctionalInterface
  interface Question {
    String ask();
  }
}
