package com.aiqleads.platform.raisealert;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What the secret `alert-channels` says once an operator has filled it: addresses and keys of the
/// channels that are used. A channel without one is off.
///
/// @param slackWebhook where Slack takes messages
/// @param pagerDutyRoutingKey the integration key of a service in PagerDuty
@Serdeable
record ChannelSettings(@Nullable String slackWebhook, @Nullable String pagerDutyRoutingKey) {

  static final ChannelSettings NONE = new ChannelSettings(null, null);

  @Override
  public String toString() {
    return "channels: slack "
        + (slackWebhook == null ? "off" : "on")
        + ", pagerduty "
        + (pagerDutyRoutingKey == null ? "off" : "on");
  }
}
