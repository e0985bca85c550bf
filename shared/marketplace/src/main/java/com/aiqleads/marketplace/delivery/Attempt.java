package com.aiqleads.marketplace.delivery;

import java.time.Duration;
import java.util.List;

/// What a try means for a delivery.
public sealed interface Attempt {

  /// What the team reads of it.
  String answer();

  /// Whether somebody of the team may have seen the lead by it.
  boolean mayHaveArrived();

  record Delivered(String answer) implements Attempt {

    @Override
    public boolean mayHaveArrived() {
      return true;
    }
  }

  /// Nothing was sent, for a reason of ours: the endpoint has not failed.
  record Postponed(Duration after, String answer) implements Attempt {

    @Override
    public boolean mayHaveArrived() {
      return false;
    }
  }

  record Later(Duration after, String answer, boolean mayHaveArrived) implements Attempt {}

  record GivenUp(String answer, boolean mayHaveArrived) implements Attempt {}

  /// Nothing was sent, since the seller may not be contacted: the endpoint has not failed.
  record Withheld(String answer) implements Attempt {

    @Override
    public boolean mayHaveArrived() {
      return false;
    }
  }

  /// Nothing is wanted there any more: the endpoint is turned off.
  record Gone(String answer, boolean mayHaveArrived) implements Attempt {}

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

  /// For so long a lead is tried.
  Duration LONGEST = WAITS.stream().reduce(Duration.ZERO, Duration::plus);

  /// Whoever wants to be left alone for longer is asked again after this.
  Duration LONGEST_WAIT = Duration.ofDays(1);

  /// What a try led to.
  ///
  /// @param before how often it was tried before
  static Attempt of(Receipt receipt, int before) {
    return switch (receipt) {
      case Receipt.Taken(String answer) -> new Delivered(answer);
      case Receipt.Gone(String answer, boolean mayHaveArrived) -> new Gone(answer, mayHaveArrived);
      case Receipt.Busy(String answer) ->
          before >= WAITS.size()
              ? new GivenUp(answer, false)
              : new Postponed(WAITS.get(before), answer);
      case Receipt.Failed failed -> failed(before, failed);
    };
  }

  private static Attempt failed(int before, Receipt.Failed failed) {
    if (before >= WAITS.size()) {
      return new GivenUp(failed.answer(), failed.mayHaveArrived());
    }
    Duration least = failed.comeBack();
    Duration asked = least.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : least;
    Duration wait = WAITS.get(before);
    return new Later(
        asked.compareTo(wait) > 0 ? asked : wait, failed.answer(), failed.mayHaveArrived());
  }
}
