package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Payments and what they lead to: a wallet gets its money once, and loses what banks take back,
/// whatever the order in which that is heard.
public interface Payments {

  /// Writes down that somebody wants to pay, before anybody else hears of it. Empty if the id
  /// is of
  /// another payment.
  Optional<Payment> start(TeamId team, TopUp topUp);

  /// The newest top-ups, newest first.
  List<Payment> of(TeamId team, int limit);

  Optional<Payment> find(TeamId team, PaymentId payment);

  /// What the gateway said when it was asked.
  Hearing answered(Payment payment, GatewayAnswer answer);

  /// What the gateway said by itself, with all that follows, or nothing of it.
  Hearing heard(GatewayMessage message);

  /// Until when it was asked what the gateway had said; the first time since it keeps anything.
  Instant heardUntil();

  void heardUntil(Instant until);

  /// Those of which the gateway has to be asked now; others who ask get others.
  List<Payment> toAsk(int limit);
}
