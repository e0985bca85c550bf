package com.aiqleads.platform.raisealert;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// An incoming webhook of Slack: everything is read there.
final class Slack implements Channel {

  /// Slack refuses longer texts: of a header, and of a section.
  private static final int MAX_HEADER = 150;

  private static final int MAX_SECTION = 3000;

  private final ChannelHttp http;
  private final URI webhook;

  Slack(ChannelHttp http, URI webhook) {
    this.http = http;
    this.webhook = webhook;
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public boolean hears(Severity severity) {
    return true;
  }

  @Override
  public void tell(AlarmChange change, Severity severity) {
    http.post(name(), webhook, message(change, severity));
  }

  private static Map<String, Object> message(AlarmChange change, Severity severity) {
    boolean ringing = change.state() == AlarmState.ALARM;
    String title = (ringing ? severity.name() + ": " : "Resolved: ") + change.alarm();
    return Map.of(
        "text",
        shortened(title, MAX_HEADER),
        "blocks",
        List.of(
            block("header", "plain_text", shortened(title, MAX_HEADER)),
            block("section", "mrkdwn", shortened(escaped(change.meaning()), MAX_SECTION)),
            Map.of(
                "type",
                "context",
                "elements",
                List.of(
                    text("mrkdwn", shortened(escaped(change.reason()), MAX_SECTION)),
                    text("mrkdwn", change.changedAt().toString())))));
  }

  private static Map<String, Object> block(String type, String kind, String content) {
    return Map.of("type", type, "text", text(kind, content));
  }

  private static Map<String, Object> text(String kind, String content) {
    return Map.of("type", kind, "text", content.isEmpty() ? "-" : content);
  }

  /// The three characters that mean something there.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
