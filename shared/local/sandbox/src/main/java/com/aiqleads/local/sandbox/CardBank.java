package com.aiqleads.local.sandbox;

import com.aiqleads.local.sandbox.CardPayment.State;
import com.aiqleads.local.sandbox.CardPayment.Status;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All payments at the card processor and their refunds, and what banks do to them.
final class CardBank {

  private final Map<String, CardPayment> payments = new ConcurrentHashMap<>();
  private final Map<String, CardRefund> refunds = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final CardEvents events;
  private final InstantSource clock;
  private final String run;

  CardBank(CardEvents events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /// Good for one id.
  String number() {
    return run + numbers.incrementAndGet();
  }

  CardPayment opened(Map<String, String> form) {
    CardPayment payment = new CardPayment(number(), form, clock.instant());
    payments.put(payment.session(), payment);
    return payment;
  }

  @Nullable CardPayment find(String session) {
    CardPayment payment = payments.get(session);
    if (payment != null) {
      expireIfOver(payment);
    }
    return payment;
  }

  Collection<CardPayment> all() {
    return payments.values();
  }

  Optional<CardPayment> byIntent(String intent) {
    return payments.values().stream().filter(one -> one.intent().equals(intent)).findFirst();
  }

  Answer refund(String id) {
    return Optional.ofNullable(refunds.get(id))
        .map(CardRefund::answer)
        .orElseGet(() -> CardErrors.unknown("id", "No such refund"));
  }

  Answer givenBack(Map<String, String> form) {
    CardPayment payment = byIntent(form.getOrDefault("payment_intent", "")).orElse(null);
    if (payment == null || !payment.is(Status.PAID)) {
      return CardErrors.wrong("payment_intent", "No such charge.");
    }
    return payment.now().refunded() == payment.cents()
        ? CardErrors.wrong("", "Charge " + payment.charge() + " has already been refunded.")
        : refunded(payment).answer();
  }

  /// @param also what else is told of it, once it is paid
  void paid(CardPayment payment, Supplier<Map<String, Map<String, @Nullable Object>>> also) {
    payment.becomes(state -> new State(Status.PAID, state.refunded(), null));
    Map<String, Map<String, @Nullable Object>> happened = new LinkedHashMap<>();
    happened.put("payment_intent.succeeded", payment.intentObject());
    happened.putAll(also.get());
    events.happened(happened);
  }

  void refused(CardPayment payment, String code) {
    payment.becomes(state -> new State(state.status(), state.refunded(), code));
    events.happened(Map.of("payment_intent.payment_failed", payment.intentObject()));
  }

  /// Nobody pays it any more.
  Answer canceled(String intent) {
    CardPayment payment = byIntent(intent).orElse(null);
    if (payment == null || !payment.is(Status.OPEN)) {
      return CardErrors.wrong("intent", "You cannot cancel this PaymentIntent.");
    }
    payment.becomes(state -> state.with(Status.EXPIRED));
    events.happened(Map.of("payment_intent.canceled", payment.intentObject()));
    return Answer.json(payment.intentObject());
  }

  void expire(CardPayment payment) {
    payment.becomes(state -> state.with(Status.EXPIRED));
    events.happened(Map.of("checkout.session.expired", payment.sessionObject("")));
  }

  void act(CardPayment payment, String act) {
    switch (act) {
      case "expire" -> expire(payment);
      case "refund" -> refunded(payment);
      case "fail-refund" -> refundsFail(payment);
      case "dispute" -> happened("charge.dispute.created", payment.disputeObject("needs_response"));
      case "lose" -> happened("charge.dispute.closed", payment.disputeObject("lost"));
      case "other" -> happened("customer.updated", Map.of("object", "customer"));
      case "garble" -> happened("charge.refunded", garbled(payment));
      case "win" -> happened("charge.dispute.closed", payment.disputeObject("won"));
      default -> {}
    }
  }

  private void expireIfOver(CardPayment payment) {
    long until = Long.parseLong(payment.form().getOrDefault("expires_at", "0"));
    if (payment.is(Status.OPEN) && until > 0 && clock.instant().getEpochSecond() >= until) {
      expire(payment);
    }
  }

  private CardRefund refunded(CardPayment payment) {
    CardRefund refund = new CardRefund("re_" + number(), payment, "succeeded");
    refunds.put(refund.id(), refund);
    payment.becomes(now -> new State(now.status(), payment.cents(), now.tried()));
    Map<String, Map<String, @Nullable Object>> happened = new LinkedHashMap<>();
    happened.put("charge.refunded", new LinkedHashMap<>(payment.chargeObject()));
    happened.put("refund.created", refund.object());
    events.happened(happened);
    return refund;
  }

  /// The card does not take them: days later, all money is ours again.
  private void refundsFail(CardPayment payment) {
    payment.becomes(now -> new State(now.status(), 0, now.tried()));
    refunds.replaceAll((_, one) -> one.payment() == payment ? one.failed() : one);
    refunds.values().stream()
        .filter(one -> one.payment() == payment)
        .forEach(one -> events.happened(Map.of("refund.failed", one.object())));
  }

  /// Of no version that anybody reads.
  private static Map<String, Object> garbled(CardPayment payment) {
    return Map.of("object", "charge", "payment_intent", payment.intent(), "currency", "usd");
  }

  private void happened(String type, Map<String, Object> object) {
    events.happened(Map.of(type, new LinkedHashMap<>(object)));
  }
}
