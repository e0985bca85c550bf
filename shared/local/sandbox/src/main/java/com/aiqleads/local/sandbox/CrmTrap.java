package com.aiqleads.local.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What customer relations systems do to those who believe a status.
enum CrmTrap {
  /// Follow Up Boss: the lead flow is archived; 204, and nothing is kept.
  IGNORED,
  LIMITED,
  LIMITED_FOR_THE_DAY,
  /// The key was good until now.
  EXPIRED,
  /// The key may do other things.
  NOT_ALLOWED,
  /// The team wants a field that we do not send.
  FIELD_MISSING,
  /// A success that tells of nothing, as of somebody who stands before the real server.
  MUTE,
  DOWN;

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<CrmTrap> named(String text) {
    return Arrays.stream(values()).filter(trap -> trap.text().equals(text)).findFirst();
  }
}
