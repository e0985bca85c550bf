package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.Secrets;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channels that are on. A secret is made with random content; until an operator writes JSON
/// into it, every channel is off.
@Singleton
final class Channels {

  private static final String SECRET = "alert-channels";
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  private final Secrets secrets;
  private final ObjectMapper json;
  private final ChannelHttp http;
  private final URI pagerDuty;

  Channels(
      Secrets secrets,
      ObjectMapper json,
      ChannelHttp http,
      @Value("${aiqleads.pagerduty.url:`https://events.pagerduty.com/v2/enqueue`}") URI pagerDuty) {
    this.secrets = secrets;
    this.json = json;
    this.http = http;
    this.pagerDuty = pagerDuty;
  }

  List<Channel> on() {
    ChannelSettings settings = settings(secrets.text(SECRET));
    List<Channel> on = new ArrayList<>();
    if (settings.slackWebhook() != null) {
      on.add(new Slack(http, URI.create(settings.slackWebhook())));
    }
    if (settings.pagerDutyRoutingKey() != null) {
      on.add(new PagerDuty(http, pagerDuty, settings.pagerDutyRoutingKey()));
    }
    return on;
  }

  private ChannelSettings settings(String secret) {
    if (!secret.stripLeading().startsWith("{")) {
      return ChannelSettings.NONE;
    }
    try {
      return json.readValue(secret, ChannelSettings.class);
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      LOG.atError().log("the secret alert-channels cannot be read: no channel is on");
      return ChannelSettings.NONE;
    }
  }
}
