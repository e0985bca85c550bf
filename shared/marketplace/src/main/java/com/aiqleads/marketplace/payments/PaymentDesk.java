package com.aiqleads.marketplace.payments;

import com.aiqleads.kernel.TeamId;
import java.util.Optional;

/// Brings payments forward: what is written down is asked for, and what is answered is written
/// down. If it ends between the two, whoever comes next asks again, and the gateway knows.
public record PaymentDesk(Payments payments, PaymentGateway gateway) {

  /// Empty if the id is of another payment.
  public Optional<Payment> topUp(TeamId team, TopUp topUp) {
    return payments.start(team, topUp).map(this::begin);
  }

  /// Asks for nothing that has begun.
  public Payment begin(Payment payment) {
    return needsStart(payment) ? forward(payment) : payment;
  }

  /// Nobody shall pay any more. What has not begun, or has ended, is left as it is.
  public Payment end(Payment payment) {
    if (payment.session().isEmpty() || payment.state().isFinal()) {
      return payment;
    }
    return written(payment, gateway.end(payment));
  }

  /// Asks the gateway how the payment stands. That a card is asked is written down before:
  /// what nobody asked for yet can be withdrawn.
  public Payment forward(Payment payment) {
    Payment now = announced(payment);
    boolean isWithdrawn = now.state().isFinal() && !payment.state().isFinal();
    if (isWithdrawn) {
      return now;
    }
    return written(now, needsStart(now) ? gateway.start(now) : gateway.ask(now));
  }

  private Payment announced(Payment payment) {
    return payment.card().isPresent() && payment.state() == PaymentState.CREATED
        ? written(payment, new GatewayAnswer.Unknown("it is being asked"))
        : payment;
  }

  private Payment written(Payment payment, GatewayAnswer answer) {
    payments.answered(payment, answer);
    return payments.find(payment.team(), payment.id()).orElse(payment);
  }

  private static boolean needsStart(Payment payment) {
    return payment.session().isEmpty() && !payment.state().isFinal();
  }
}
