package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// A plan that a team pays for, from its beginning to its end.
public record SubscriptionId(UUID value) implements Id {

  public static final String PREFIX = "subscription";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static SubscriptionId parse(String text) {
    return Ids.parse(PREFIX, text, SubscriptionId::new);
  }
}
