package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.PaymentId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a gateway said, as the database's function takes it.
///
/// @param message absent if we asked
record GatewayRow(Optional<GatewayMessage> message, Said said) {

  private static final String REFUND = "REFUND";
  private static final String REFUND_FAILED = "REFUND_FAILED";

  /// What the database's function is told.
  ///
  /// @param fact the state that follows, how a dispute stands, or another word of the function
  record Said(
      String fact,
      @Nullable UUID payment,
      @Nullable String session,
      @Nullable String intent,
      @Nullable Money amount,
      @Nullable String dispute,
      @Nullable String reason,
      @Nullable String page) {

    static Said of(String fact, @Nullable UUID payment) {
      return new Said(fact, payment, null, null, null, null, null, null);
    }

    Said in(@Nullable String gatewaySession) {
      return new Said(fact, payment, gatewaySession, intent, amount, dispute, reason, page);
    }

    Said paid(String gatewayIntent, Money sum) {
      return new Said(fact, payment, session, gatewayIntent, sum, dispute, reason, page);
    }

    Said because(String why) {
      return new Said(fact, payment, session, intent, amount, dispute, why, page);
    }

    Said at(String address) {
      return new Said(fact, payment, session, intent, amount, dispute, reason, address);
    }

    Said over(String name) {
      return new Said(fact, payment, session, intent, amount, name, reason, page);
    }
  }

  static GatewayRow of(PaymentId payment, GatewayAnswer answer) {
    UUID id = payment.value();
    Said said =
        switch (answer) {
          case GatewayAnswer.NeedsAction(var session, var page) ->
              Said.of("NEEDS_ACTION", id).in(session).at(page.toString());
          case GatewayAnswer.Pending(var session) -> Said.of("PENDING", id).in(session);
          case GatewayAnswer.Succeeded(var session, var intent, var amount) ->
              Said.of("SUCCEEDED", id).in(session).paid(intent, amount);
          case GatewayAnswer.Declined(var reason) -> Said.of("FAILED", id).because(reason);
          case GatewayAnswer.GivenBack(var intent, var total) ->
              Said.of("REFUNDED", id).paid(intent, total);
          case GatewayAnswer.Unknown(var why) -> Said.of("UNKNOWN", id).because(why);
        };
    return new GatewayRow(Optional.empty(), said);
  }

  static GatewayRow of(GatewayMessage message) {
    Said said =
        switch (message.fact()) {
          case GatewayFact.Succeeded(var payment, var intent, var amount) ->
              Said.of("SUCCEEDED", id(payment)).paid(intent, amount);
          case GatewayFact.Pending(var payment) -> Said.of("PENDING", id(payment));
          case GatewayFact.TryFailed(var payment, var reason) ->
              Said.of("TRY_FAILED", id(payment)).because(reason);
          case GatewayFact.Failed(var payment, var reason) ->
              Said.of("FAILED", id(payment)).because(reason);
          case GatewayFact.Refunded(var intent, var total) ->
              Said.of("REFUNDED", null).paid(intent, total);
          case GatewayFact.Refund(var refund, var intent, var amount, var failed) ->
              Said.of(failed ? REFUND_FAILED : REFUND, null).paid(intent, amount).over(refund);
          case GatewayFact.Disputed(var dispute, var intent, var amount, var standing) ->
              Said.of(standing.name(), null).paid(intent, amount).over(dispute);
          case GatewayFact.Nothing _ -> Said.of("NOTHING", null);
        };
    return new GatewayRow(Optional.of(message), said);
  }

  boolean isOfRefund() {
    return said.fact().equals(REFUND) || said.fact().equals(REFUND_FAILED);
  }

  Parameters parameters() {
    @Nullable Money amount = said.amount();
    return Parameters.of(
        message.map(GatewayMessage::id).orElse(null),
        message.map(GatewayMessage::kind).orElse(null),
        message.map(one -> one.at().atOffset(ZoneOffset.UTC)).orElse(null),
        said.payment(),
        said.session(),
        said.intent(),
        said.fact(),
        amount == null ? null : amount.minorUnits(),
        amount == null ? null : amount.currency().getCurrencyCode(),
        said.dispute(),
        said.reason(),
        said.page());
  }

  private static @Nullable UUID id(Optional<PaymentId> payment) {
    return payment.map(PaymentId::value).orElse(null);
  }
}
