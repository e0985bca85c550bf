package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Destination.FollowUpBoss;
import com.aiqleads.marketplace.delivery.Destination.HubSpot;
import com.aiqleads.marketplace.delivery.Destination.Kind;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Destination.Salesforce;
import com.aiqleads.marketplace.delivery.Destination.Webhook;
import com.aiqleads.marketplace.delivery.SigningSecret;
import java.net.URI;
import java.util.List;

/// What lets us in at a destination, as text that is to be sealed.
final class DestinationText {

  /// No key has any.
  private static final String SPACE = " ";

  private DestinationText() {}

  static String of(Destination destination) {
    return switch (destination) {
      case Webhook webhook -> webhook.secrets().getFirst().reveal();
      case HubSpot hubSpot -> hubSpot.token().reveal();
      case FollowUpBoss boss -> boss.key().reveal();
      case Mailbox mailbox -> mailbox.proof().reveal();
      case Salesforce force -> force.client().reveal() + SPACE + force.secret().reveal();
    };
  }

  /// Reads it back.
  ///
  /// @param texts the newest first
  /// @param isConfirmed whether somebody has agreed to it, where that is asked
  static Destination read(Kind kind, URI address, List<String> texts, boolean isConfirmed) {
    String newest = texts.getFirst();
    return switch (kind) {
      case WEBHOOK -> new Webhook(address, texts.stream().map(SigningSecret::of).toList());
      case HUBSPOT -> new HubSpot(address, new AccessKey(newest));
      case FOLLOW_UP_BOSS -> new FollowUpBoss(address, new AccessKey(newest));
      case EMAIL -> new Mailbox(address, new AccessKey(newest), isConfirmed);
      case SALESFORCE -> {
        int space = newest.indexOf(SPACE);
        yield new Salesforce(
            address,
            new AccessKey(newest.substring(0, space)),
            new AccessKey(newest.substring(space + 1)));
      }
    };
  }
}
