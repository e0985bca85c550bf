package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.taxes.Taxes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class SubscriptionFactory {

  @Singleton
  SubscriptionDesk desk(Subscriptions subscriptions, Taxes taxes) {
    return new SubscriptionDesk(subscriptions, taxes);
  }
}
