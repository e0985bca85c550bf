package com.aiqleads.platform.raisealert;

import java.net.URI;
import java.util.Map;

/// Events API v2 of PagerDuty: calls somebody. The alarm's name is the key by which repeats are one
/// incident there, and by which it ends.
final class PagerDuty implements Channel {

  /// PagerDuty refuses longer ones.
  private static final int MAX_SUMMARY = 1024;

  private static final int MAX_KEY = 255;

  private final ChannelHttp http;
  private final URI address;
  private final String routingKey;

  PagerDuty(ChannelHttp http, URI address, String routingKey) {
    this.http = http;
    this.address = address;
    this.routingKey = routingKey;
  }

  @Override
  public String name() {
    return "pagerduty";
  }

  @Override
  public boolean hears(Severity severity) {
    return severity == Severity.CRITICAL;
  }

  @Override
  public void tell(AlarmChange change, Severity severity) {
    http.post(
        name(),
        address,
        change.state() == AlarmState.ALARM ? trigger(change, severity) : resolve(change));
  }

  private Map<String, Object> trigger(AlarmChange change, Severity severity) {
    return Map.of(
        "routing_key",
        routingKey,
        "event_action",
        "trigger",
        "dedup_key",
        shortened(change.alarm(), MAX_KEY),
        "payload",
        Map.of(
            "summary",
            shortened(change.alarm() + ": " + change.meaning(), MAX_SUMMARY),
            "source",
            "aiqleads",
            "severity",
            severity.text(),
            "timestamp",
            change.changedAt().toString(),
            "custom_details",
            Map.of("reason", change.reason())));
  }

  private Map<String, Object> resolve(AlarmChange change) {
    return Map.of(
        "routing_key",
        routingKey,
        "event_action",
        "resolve",
        "dedup_key",
        shortened(change.alarm(), MAX_KEY));
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
