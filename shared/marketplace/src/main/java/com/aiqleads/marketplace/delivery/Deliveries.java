package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is on its way. That a bought lead is to be delivered is written down with its order, in the
/// same transaction.
public interface Deliveries {

  /// An endpoint that took nothing as often and for as long in a row is turned off.
  int MOST_FAILURES = 15;

  Duration LONGEST_FAILING = Duration.ofDays(1);

  /// The newest of those from before then, newest first.
  List<Delivery> of(TeamId team, Instant before, int limit);

  /// What became of the wish to try an endpoint.
  enum Testing {
    CALLED,
    /// There is none, or it is off.
    UNKNOWN,
    /// Whoever reads there was asked often enough today.
    ASKED_TOO_OFTEN
  }

  /// Of a mail address that nobody has agreed to, its reader is asked once more.
  Testing test(TeamId team, EndpointId endpoint, DeliveryId id);

  /// Lets it fall due now, as if it had never been tried. Whether there is such a delivery, and its
  /// endpoint is there and on.
  boolean again(TeamId team, DeliveryId id);

  /// Those that somebody should be called for now; others who ask get others, for two minutes.
  List<DeliveryId> fallDue(int limit);

  /// Those of an order that was just placed, as if they had fallen due: nobody waits for
  /// the minute.
  List<DeliveryId> call(OrderId order);

  /// Nothing if it is not due any more or somebody else has it.
  Optional<Parcel> take(DeliveryId id);

  /// Counts once, however often it is written down.
  void tried(Parcel parcel, Attempt attempt);
}
