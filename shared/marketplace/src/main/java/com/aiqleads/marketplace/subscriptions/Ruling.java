package com.aiqleads.marketplace.subscriptions;

import java.util.List;

/// What is decided of an account, and all that has to be written down for it.
public record Ruling<T>(T outcome, List<Act> acts) {

  public Ruling {
    acts = List.copyOf(acts);
  }

  static <T> Ruling<T> of(T outcome, Act... acts) {
    return new Ruling<>(outcome, List.of(acts));
  }
}
