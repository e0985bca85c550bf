package com.aiqleads.marketplace.stripe;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.Primed;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.Payment.Purpose;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.PaymentState;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stripe's library loads slowly: a session is asked for where nobody listens, so that the client
/// and what it sends are there before anybody pays.
final class StripePriming implements Primed {

  private static final Logger LOG = LoggerFactory.getLogger(StripePriming.class);
  private static final Payment NOBODYS =
      new Payment(
          new PaymentId(Ids.derived("nobody")),
          new TeamId(Ids.derived("nobody")),
          Purpose.TOP_UP,
          Money.usd(5_00),
          PaymentState.CREATED,
          Instant.EPOCH,
          Instant.EPOCH,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final StripeGateway deaf;

  /// @param deaf a gateway whose address nobody listens at
  StripePriming(StripeGateway deaf) {
    this.deaf = deaf;
  }

  @Override
  public void prime() {
    GatewayAnswer answer = deaf.start(NOBODYS);
    LOG.atInfo().addKeyValue("answer", answer).log("primed");
  }
}
