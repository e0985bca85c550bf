package com.aiqleads.platform.raisealert;

/// A way to tell people.
interface Channel {

  /// By which it is remembered who has been told.
  String name();

  /// Whether alerts of that severity go this way.
  boolean hears(Severity severity);

  /// Tells, or throws [NotTold].
  void tell(AlarmChange change, Severity severity);
}
