package com.aiqleads.marketplace.subscriptions;

import java.time.Duration;

/// For how long what is newly on sale is for plans with early access alone. Of no plan at all, as
/// long as it is nothing.
public interface EarlyAccess {

  Duration LONGEST = Duration.ofDays(1);

  Duration time();

  /// From now on, also for what came on sale before: that is only ever compared.
  void set(Duration time);
}
