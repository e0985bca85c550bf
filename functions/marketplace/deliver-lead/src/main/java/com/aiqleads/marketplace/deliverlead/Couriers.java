package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Destination.FollowUpBoss;
import com.aiqleads.marketplace.delivery.Destination.HubSpot;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Destination.Salesforce;
import com.aiqleads.marketplace.delivery.Destination.Webhook;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Receipt;
import jakarta.inject.Singleton;

/// Who goes where.
@Singleton
record Couriers(
    WebhookCourier webhooks,
    HubSpotCourier hubSpot,
    FollowUpBossCourier followUpBoss,
    SalesforceCourier salesforce,
    MailCourier mail) {

  Receipt bring(Destination destination, DeliveryId id, Freight freight) {
    return switch (destination) {
      case Webhook it -> webhooks.bring(it, id, freight);
      case HubSpot it -> hubSpot.bring(it, id, freight);
      case FollowUpBoss it -> followUpBoss.bring(it, id, freight);
      case Salesforce it -> salesforce.bring(it, id, freight);
      case Mailbox it -> mail.bring(it, id, freight);
    };
  }
}
