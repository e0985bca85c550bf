package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The simple name of an event's record is its name on the wire; `LeadScoredV2` is version 2.
final class EventNames {

  private static final Pattern LATER_VERSION = Pattern.compile("(.*)V([2-9][0-9]*)");

  private EventNames() {}

  static String of(Class<? extends Event> type) {
    return type.getSimpleName();
  }

  static int versionOf(Class<? extends Event> type) {
    Matcher later = LATER_VERSION.matcher(type.getSimpleName());
    return later.matches() ? Integer.parseInt(later.group(2)) : 1;
  }

  /// The name that all versions of an event share.
  static String firstOf(Class<? extends Event> type) {
    Matcher later = LATER_VERSION.matcher(type.getSimpleName());
    return later.matches() ? later.group(1) : type.getSimpleName();
  }
}
