package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.TeamId;
import java.util.Optional;

/// Brings payments forward: what is written down is asked for, and what is answered is written
/// down. If it ends between the two, whoever comes next asks again, and the gateway knows.
public record PaymentDesk(Payments payments, PaymentGateway gateway) {

  /// Empty if the id is of another payment.
  public Optional<Payment> topUp(TeamId team, TopUp topUp) {
    return payments
        .start(team, topUp)
        .map(payment -> needsStart(payment) ? forward(payment) : payment);
  }

  /// Asks the gateway how the payment stands.
  public Payment forward(Payment payment) {
    GatewayAnswer answer = needsStart(payment) ? gateway.start(payment) : gateway.ask(payment);
    payments.answered(payment, answer);
    return payments.find(payment.team(), payment.id()).orElse(payment);
  }

  private static boolean needsStart(Payment payment) {
    return payment.session().isEmpty() && !payment.state().isFinal();
  }
}
