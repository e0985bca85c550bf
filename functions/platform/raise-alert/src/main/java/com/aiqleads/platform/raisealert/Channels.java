package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.Secrets;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channels that are on. A secret is made with random content; until an operator writes JSON
/// into it, every channel is off; one whose entry is wrong is off by itself, and nothing of what is
/// wrong is said, as it may hold the secret.
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
    address(settings.slackWebhook()).ifPresent(webhook -> on.add(new Slack(http, webhook)));
    key(settings.pagerDutyRoutingKey())
        .ifPresent(key -> on.add(new PagerDuty(http, pagerDuty, key)));
    return on;
  }

  private static Optional<URI> address(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<URI> address = parsed(text.strip()).filter(Channels::mayBeTold);
    if (address.isEmpty()) {
      LOG.atError().log("slackWebhook in alert-channels is no https address: Slack is off");
    }
    return address;
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      // Without its words, which quote the address.
      return Optional.empty();
    }
  }

  /// What an alarm says goes out encrypted, or stays on this machine.
  private static boolean mayBeTold(URI address) {
    String host = address.getHost();
    return host != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && host.equals("127.0.0.1")));
  }

  private static Optional<String> key(@Nullable String text) {
    Optional<String> key = Optional.ofNullable(text).map(String::strip);
    if (key.filter(String::isEmpty).isPresent()) {
      LOG.atError().log("pagerDutyRoutingKey in alert-channels is empty: PagerDuty is off");
    }
    return key.filter(said -> !said.isEmpty());
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
