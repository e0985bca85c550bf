package com.aiqleads.platform.relayevents;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long an event may be on its way by itself before the relay takes it up.
@ConfigurationProperties("aiqleads.relay")
record RelaySettings(Duration grace) {

  // Not compact: the framework does not see the names of a compact constructor's parameters.
  RelaySettings(@Bindable(defaultValue = "5s") Duration grace) {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("AIQLEADS_RELAY_GRACE is negative: " + grace);
    }
    this.grace = grace;
  }
}
