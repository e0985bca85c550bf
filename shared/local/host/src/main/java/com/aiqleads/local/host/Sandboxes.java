package com.aiqleads.local.host;

import com.aiqleads.local.host.http.PortTaken;
import com.aiqleads.local.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.LocalDate;

/// Starts the synthetic sources.
final class Sandboxes {

  /// What an operator would write into the secret of the platform for deletion requests.
  static final String DELETION_SETTINGS = "{\"apiKey\": \"" + Sandbox.DELETION_KEY + "\"}";

  /// And into that of the processor of cards.
  static final String CARD_SETTINGS =
      "{\"apiKey\": \"%s\", \"webhookSecrets\": [\"%s\"]}"
          .formatted(Sandbox.CARD_KEY, Sandbox.CARD_SIGNING_SECRET);

  /// And into that of what Follow Up Boss knows us by.
  static final String FOLLOW_UP_BOSS_KEY = Sandbox.FOLLOW_UP_BOSS_SYSTEM_KEY;

  private Sandboxes() {}

  /// And into that of the channels that hear of alarms.
  static String alertSettings(Sandbox sandbox) {
    return "{\"slackWebhook\": \"%s/alerts/slack\", \"pagerDutyRoutingKey\": \"sandbox\"}"
        .formatted(sandbox.baseUri());
  }

  /// And into that of the do-not-call lists.
  static String doNotCallSettings(Sandbox sandbox) {
    return "{\"folder\": \"%s/donotcall/full\", \"user\": \"%s\", \"password\": \"%s\"}"
        .formatted(sandbox.baseUri(), Sandbox.DO_NOT_CALL_USER, Sandbox.DO_NOT_CALL_PASSWORD);
  }

  static Sandbox start(int port, int homes, LocalDate today) {
    try {
      return Sandbox.start(port, Sandbox.DEFAULT_SEED, homes, today);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BindException) {
        throw new PortTaken(port, LocalOptions.SANDBOX_PORT, e);
      }
      throw e;
    }
  }
}
