package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// In which order the messages of a batch may be handled: all at once, or from a queue that keeps
/// order the first of each group, then the second, and so on. A group ends with the first message
/// that must come again: whatever is behind it must come again too, and after it.
final class Rounds {

  private final Map<String, Deque<SQSMessage>> groups = new LinkedHashMap<>();
  private final List<SQSMessage> again = new ArrayList<>();

  Rounds(List<SQSMessage> batch) {
    for (SQSMessage message : batch) {
      String group = OrderedQueue.groupOf(message).orElse("alone " + groups.size());
      groups.computeIfAbsent(group, _ -> new ArrayDeque<>()).add(message);
    }
  }

  /// The first of each group that has not been handled; none when all have.
  List<SQSMessage> next() {
    List<SQSMessage> round = groups.values().stream().map(Deque::removeFirst).toList();
    groups.values().removeIf(Deque::isEmpty);
    return round;
  }

  /// These must come again, and what is behind them in their groups.
  void failed(Collection<SQSMessage> messages) {
    again.addAll(messages);
    for (SQSMessage message : messages) {
      OrderedQueue.groupOf(message).map(groups::remove).ifPresent(again::addAll);
    }
  }

  /// All that have not been handled must come again.
  void stop() {
    groups.values().forEach(again::addAll);
    groups.clear();
  }

  List<SQSMessage> again() {
    return List.copyOf(again);
  }
}
