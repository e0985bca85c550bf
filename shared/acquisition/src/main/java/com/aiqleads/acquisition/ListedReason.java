package com.aiqleads.acquisition;

import java.util.Locale;

/// A reason from a closed list, an enum: the name of its constant is its code.
public interface ListedReason extends Reason {

  String name();

  @Override
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
