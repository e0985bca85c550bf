package com.aiqleads.kernel;

import java.util.UUID;

/// The identity of one thing. Inside it is a UUID (version 7, so ids sort by time of birth);
/// outside, in events, addresses and on screens, it is the text of [#text], which names its kind.
public interface Id {

  UUID value();

  /// The word before the underscore of [#text], for example `lead`.
  String prefix();

  /// For example `lead_01JA5Z6E0V8QJ3M2R7T9X4B1CD`.
  default String text() {
    return prefix() + "_" + Base32.encode(value());
  }
}
