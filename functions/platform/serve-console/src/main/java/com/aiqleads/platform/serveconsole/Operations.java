package com.aiqleads.platform.serveconsole;

import java.util.List;

/// The operations page: functions with their queues, dead letters, and the hops of one journey.
public record Operations(
    boolean available,
    String correlation,
    List<Hop> hops,
    List<FunctionLine> functions,
    List<DeadLetter> deadLetters,
    List<Letter> letters) {

  public record Hop(
      String time,
      String function,
      String event,
      String outcome,
      String took,
      String correlationId) {}

  public record FunctionLine(
      String name,
      String trigger,
      long invocations,
      long errors,
      long waiting,
      long inFlight,
      long deadLetters) {}

  /// A mail that the local stage kept instead of sending it.
  public record Letter(String to, String subject, String text) {}

  public record DeadLetter(String function, String reason, String event, String correlationId) {}

  public Operations {
    hops = List.copyOf(hops);
    functions = List.copyOf(functions);
    deadLetters = List.copyOf(deadLetters);
    letters = List.copyOf(letters);
  }
}
