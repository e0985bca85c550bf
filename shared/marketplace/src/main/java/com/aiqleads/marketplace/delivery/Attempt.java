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

  /// What the answer to a try means.
  ///
  /// @param before how often it was tried before
  static Attempt of(Carrier.Answer answer, int before) {
    return switch (answer) {
      case Carrier.Answer.None(String reason) -> failed(before, Duration.ZERO, reason);
      case Carrier.Answer.Status(int code, var comeBack) -> {
        String said = "The server answered " + code + ".";
        yield switch (code) {
          case 200, 201, 202, 203, 204, 205, 206 -> new Delivered(said);
          case 410 -> new Gone(said);
          default -> failed(before, comeBack.orElse(Duration.ZERO), said);
        };
      }
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
