package com.aiqleads.marketplace.delivery;

import java.time.Duration;
import java.util.List;

/// What a try means for a delivery.
public sealed interface Attempt {

  /// What the team reads of it.
  String answer();

  record Delivered(String answer) implements Attempt {}

  record Later(Duration after, String answer) implements Attempt {}

  record GivenUp(String answer) implements Attempt {}

  /// Nothing was sent, since the seller may not be contacted: the endpoint has not failed.
  record Withheld(String answer) implements Attempt {}

  /// Nothing is wanted there any more: the endpoint is turned off.
  record Gone(String answer) implements Attempt {}

  /// After each try that failed, as Standard Webhooks has it: ten tries in 75 hours.
  List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /// Whoever wants to be left alone for longer is asked again after this.
  Duration LONGEST_WAIT = Duration.ofDays(1);

  /// What a try led to.
  ///
  /// @param before how often it was tried before
  static Attempt of(Receipt receipt, int before) {
    return switch (receipt) {
      case Receipt.Taken(String answer) -> new Delivered(answer);
      case Receipt.Gone(String answer) -> new Gone(answer);
      case Receipt.Failed(Duration comeBack, String answer) -> failed(before, comeBack, answer);
    };
  }

  private static Attempt failed(int before, Duration least, String answer) {
    if (before >= WAITS.size()) {
      return new GivenUp(answer);
    }
    Duration asked = least.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : least;
    Duration wait = WAITS.get(before);
    return new Later(asked.compareTo(wait) > 0 ? asked : wait, answer);
  }
}
