package com.aiqleads.marketplace.renewsubscriptions;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.taxes.Taxes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// One team after the other, each in a transaction of its own. Where it fails it ends, and is asked
/// for later and later, so that it keeps nobody else waiting for long.
@Singleton
record RenewSubscriptions(
    Subscriptions subscriptions, Taxes taxes, Metrics metrics, RemainingTime remainingTime) {

  private static final int AT_ONCE = 1;
  private static final int MOST = 5_000;
  private static final Duration ENOUGH = Duration.ofSeconds(25);

  /// How many were looked at.
  int renew() {
    SubscriptionDesk desk = new SubscriptionDesk(subscriptions, taxes);
    int looked = 0;
    while (looked < MOST && hasTime() && renewNext(desk)) {
      looked++;
    }
    return looked;
  }

  /// Whether any was due.
  private boolean renewNext(SubscriptionDesk desk) {
    List<TeamId> due = subscriptions.due(AT_ONCE);
    due.stream().map(desk::renew).forEach(this::count);
    return !due.isEmpty();
  }

  private void count(Renewal renewal) {
    metrics.count("renewals", "subscription", renewal.name().toLowerCase(Locale.ROOT));
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) >= 0;
  }
}
