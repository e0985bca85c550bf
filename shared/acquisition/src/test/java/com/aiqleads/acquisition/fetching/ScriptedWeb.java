package com.aiqleads.acquisition.fetching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A web that answers as told: the answers given to an address in their order, the last one for
/// ever; everything else is not found.
public final class ScriptedWeb implements FetchPage {

  private final Map<String, Deque<PageAnswer>> answers = new HashMap<>();
  private final Set<String> failing = new HashSet<>();
  private final List<String> asked = new ArrayList<>();

  public ScriptedWeb on(String address, PageAnswer... inOrder) {
    answers.put(address, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  /// From now on asking for it throws, as our own mistakes do.
  public ScriptedWeb failOn(String address) {
    failing.add(address);
    return this;
  }

  @Override
  public PageAnswer fetch(
      PageRequest request, Validators known, String userAgent, Departure departure) {
    if (!departure.awaited()) {
      return new PageAnswer.NotSent();
    }
    departure.left();
    return answered(request);
  }

  private synchronized PageAnswer answered(PageRequest request) {
    asked.add(request.address());
    if (failing.contains(request.address())) {
      throw new IllegalStateException("a scripted failure");
    }
    Deque<PageAnswer> script = answers.get(request.address());
    if (script == null) {
      return answer(404, "");
    }
    return Objects.requireNonNull(script.size() > 1 ? script.remove() : script.peek());
  }

  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  public static PageAnswer answer(int status, String body, String... headers) {
    Map<String, String> named = new HashMap<>();
    for (int at = 0; at < headers.length; at += 2) {
      named.put(headers[at], headers[at + 1]);
    }
    return new PageAnswer.Answered(status, named, PageBytes.of(body));
  }
}
