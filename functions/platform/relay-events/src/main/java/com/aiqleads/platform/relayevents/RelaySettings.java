package com.aiqleads.platform.relayevents;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long an event may be on its way by itself before the relay takes it up.
@ConfigurationProperties("aiqleads.relay")
record RelaySettings(@Bindable(defaultValue = "5s") Duration grace) {

  RelaySettings {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("AIQLEADS_RELAY_GRACE is negative: " + grace);
    }
  }
}
