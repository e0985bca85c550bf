package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.payments.Payment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is taken from cards while nobody is there.
public interface CardCharges {

  /// Teams of which something is due, to be decided one after the other. Others who ask get
  /// others; whoever is not decided is due again minutes later, and later each time.
  List<TeamId> due(int most);

  /// Locks the team, decides, and writes down what was decided, or nothing of it.
  ///
  /// @return the payment to begin, once that is committed
  Optional<Payment> decide(TeamId team, Function<ChargeFacts, ChargeRuling> rule);

  /// What teams have not heard of yet. It counts as told, with the transaction of whoever asks.
  List<CardNews> news(int most);
}
