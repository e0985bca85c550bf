package com.aiqleads.marketplace.stripe;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.Decline;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.Payment;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes money from a saved card while nobody is there: one payment intent that is confirmed
/// at once.
final class StripeCharges {

  /// Stripe forgets a key after a day, and would charge again under it.
  private static final Duration KEY_IS_KNOWN = Duration.ofHours(23);

  /// Of clocks that differ.
  private static final Duration SLACK = Duration.ofMinutes(10);

  private static final long MOST_FOUND = 100;
  private static final String NEEDS_PAYER = "authentication_required";
  private static final PaymentIntentCancelParams.CancellationReason ABANDONED =
      PaymentIntentCancelParams.CancellationReason.ABANDONED;

  private final StripeAccount account;
  private final InstantSource clock;

  StripeCharges(StripeAccount account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  /// The same key is the same charge. When Stripe may have forgotten the key, nothing is
  /// charged any more: it is asked whether it has made one.
  GatewayAnswer start(Payment payment) {
    try {
      return clock.instant().isBefore(payment.at().plus(KEY_IS_KNOWN))
          ? answer(account.client().v1().paymentIntents().create(intent(payment), once(payment)))
          : found(payment);
    } catch (CardException e) {
      return new GatewayAnswer.Declined(reason(e.getCode(), e.getDeclineCode()));
    } catch (InvalidRequestException e) {
      return StripeGateway.refused(e);
    } catch (StripeException e) {
      return StripeGateway.unknown(e);
    }
  }

  GatewayAnswer ask(Payment payment) {
    try {
      return answer(
          account.client().v1().paymentIntents().retrieve(payment.session().orElseThrow()));
    } catch (StripeException e) {
      return StripeGateway.unknown(e);
    }
  }

  private GatewayAnswer found(Payment payment) throws StripeException {
    Instant since = payment.at().minus(SLACK);
    PaymentIntentListParams ofThatTime =
        PaymentIntentListParams.builder()
            .setCustomer(payment.card().orElseThrow().customer())
            .setCreated(
                PaymentIntentListParams.Created.builder()
                    .setGte(since.getEpochSecond())
                    .setLte(payment.at().plus(KEY_IS_KNOWN).plus(SLACK).getEpochSecond())
                    .build())
            .setLimit(MOST_FOUND)
            .build();
    return account.client().v1().paymentIntents().list(ofThatTime).getData().stream()
        .filter(it -> payment.id().text().equals(it.getMetadata().get(StripeGateway.PAYMENT)))
        .findFirst()
        .map(this::answer)
        .orElseGet(() -> new GatewayAnswer.Declined(Decline.NEVER_BEGUN));
  }

  private static RequestOptions once(Payment payment) {
    return RequestOptions.builder().setIdempotencyKey(payment.id().text()).build();
  }

  private static PaymentIntentCreateParams intent(Payment payment) {
    Money amount = payment.amount();
    CardOnFile card = payment.card().orElseThrow();
    return PaymentIntentCreateParams.builder()
        .setAmount(amount.minorUnits())
        .setCurrency(amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
        .setCustomer(card.customer())
        .setPaymentMethod(card.method())
        .addPaymentMethodType("card")
        .setOffSession(true)
        .setConfirm(true)
        .setDescription("Credit at AIQLeads")
        .putMetadata(StripeGateway.PAYMENT, payment.id().text())
        .build();
  }

  private GatewayAnswer answer(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "succeeded" ->
          new GatewayAnswer.Succeeded(
              intent.getId(),
              intent.getId(),
              StripeGateway.money(intent.getAmountReceived(), intent.getCurrency()));
      case "canceled" ->
          new GatewayAnswer.Declined(
              ABANDONED.getValue().equals(intent.getCancellationReason())
                  ? NEEDS_PAYER
                  : "canceled");
      case "requires_action" -> abandoned(intent);
      case "requires_payment_method" -> new GatewayAnswer.Declined(reason(intent));
      default -> new GatewayAnswer.Pending(intent.getId());
    };
  }

  /// What the bank would ask somebody has nobody to ask. Nobody shall pay it later, when it counts
  /// as failed; until that is sure it is not over.
  private GatewayAnswer abandoned(PaymentIntent intent) {
    PaymentIntentCancelParams why =
        PaymentIntentCancelParams.builder().setCancellationReason(ABANDONED).build();
    try {
      account.client().v1().paymentIntents().cancel(intent.getId(), why);
      return new GatewayAnswer.Declined(NEEDS_PAYER);
    } catch (StripeException _) {
      return new GatewayAnswer.Pending(intent.getId());
    }
  }

  private static String reason(PaymentIntent intent) {
    @Nullable StripeError error = intent.getLastPaymentError();
    return error == null ? "declined" : reason(error.getCode(), error.getDeclineCode());
  }

  /// What the bank itself said, if it said more than no.
  private static String reason(@Nullable String code, @Nullable String declineCode) {
    return "card_declined".equals(code) && declineCode != null
        ? declineCode
        : Optional.ofNullable(code).orElse("declined");
  }
}
