package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.subscriptions.Taxes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class SubscriptionFactory {

  @Singleton
  SubscriptionDesk desk(Subscriptions subscriptions) {
    return new SubscriptionDesk(subscriptions, Taxes.NONE);
  }
}
