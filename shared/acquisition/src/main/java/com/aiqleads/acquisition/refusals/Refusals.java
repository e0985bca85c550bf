package com.aiqleads.acquisition.refusals;

import java.util.List;

/// All refusals.
public interface Refusals {

  /// Keeping the same refusal again changes nothing.
  void keep(Refusal refusal);

  /// How often each reason was given, the most frequent first.
  List<RefusalCount> counts();
}
