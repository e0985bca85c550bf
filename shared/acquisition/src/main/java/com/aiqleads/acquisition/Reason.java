package com.aiqleads.acquisition;

/// Why something was decided. Never holds personal data.
public interface Reason {

  /// Stable, for counting: `no_price`.
  String code();

  /// A sentence for people.
  String text();
}
