package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import java.time.Instant;
import java.util.Optional;

/// What is to be done with the card of a team.
public sealed interface ChargeRuling {

  /// Money is taken.
  ///
  /// @param id the same for the same try, and the gateway's key
  /// @param invoice what for, unless it fills the wallet
  record Charge(PaymentId id, CardId card, Money amount, Optional<InvoiceId> invoice)
      implements ChargeRuling {}

  record SwitchOff(Stop why) implements ChargeRuling {}

  /// Nothing before that time, whatever happens until then.
  record LookAgain(Instant at) implements ChargeRuling {}

  /// Nothing until something happens.
  record Rest() implements ChargeRuling {}
}
