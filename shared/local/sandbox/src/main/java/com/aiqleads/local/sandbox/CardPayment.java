package com.aiqleads.local.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One payment at the card processor: its checkout session, and the intent behind it.
final class CardPayment {

  private final String number;
  private final Map<String, String> form;
  private final Instant at;
  private volatile State now = new State(Status.OPEN, 0, null);

  /// @param tried why the last card was refused, if one was
  record State(Status status, long refunded, @Nullable String tried) {
    State with(Status other) {
      return new State(other, refunded, tried);
    }
  }

  /// The bank waits for somebody to say yes.
  static final String ASKS_PAYER = "requires_action";

  enum Status {
    OPEN,
    PAID,
    EXPIRED
  }

  CardPayment(String number, Map<String, String> form, Instant at) {
    this.number = number;
    this.form = Map.copyOf(form);
    this.at = at;
  }

  Map<String, String> form() {
    return form;
  }

  State now() {
    return now;
  }

  synchronized void becomes(UnaryOperator<State> change) {
    now = change.apply(now);
  }

  String session() {
    return "cs_test_" + number;
  }

  String intent() {
    return "pi_" + number;
  }

  String charge() {
    return "ch_" + number;
  }

  boolean is(Status status) {
    return now.status() == status;
  }

  long cents() {
    return Long.parseLong(form.getOrDefault("line_items[0][price_data][unit_amount]", "0"));
  }

  String currency() {
    return form.getOrDefault("line_items[0][price_data][currency]", "usd");
  }

  String product() {
    return form.getOrDefault("line_items[0][price_data][product_data][name]", "");
  }

  Map<String, @Nullable Object> sessionObject(String page) {
    State state = now;
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", session());
    object.put("object", "checkout.session");
    object.put("amount_total", cents());
    object.put("cancel_url", form.get("cancel_url"));
    object.put("client_reference_id", form.get("client_reference_id"));
    object.put("created", at.getEpochSecond());
    object.put("currency", currency());
    object.put("expires_at", Long.parseLong(form.getOrDefault("expires_at", "0")));
    object.put("livemode", false);
    object.put("metadata", metadata("metadata"));
    object.put("mode", "payment");
    object.put("payment_intent", state.status() == Status.OPEN ? null : intent());
    object.put("payment_status", state.status() == Status.PAID ? "paid" : "unpaid");
    object.put(
        "status",
        switch (state.status()) {
          case OPEN -> "open";
          case PAID -> "complete";
          case EXPIRED -> "expired";
        });
    object.put("success_url", form.get("success_url"));
    object.put("url", state.status() == Status.OPEN ? page : null);
    return object;
  }

  Map<String, @Nullable Object> intentObject() {
    State state = now;
    boolean isPaid = state.status() == Status.PAID;
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", intent());
    object.put("object", "payment_intent");
    object.put("amount", cents());
    object.put("amount_received", isPaid ? cents() : 0);
    object.put("currency", currency());
    boolean isAsking = ASKS_PAYER.equals(state.tried());
    object.put(
        "last_payment_error", state.tried() == null || isAsking ? null : error(state.tried()));
    object.put(
        "cancellation_reason", isAsking && state.status() == Status.EXPIRED ? "abandoned" : null);
    object.put("customer", form.get("customer"));
    object.put("payment_method", form.get("payment_method"));
    object.put("latest_charge", isPaid ? charge() : null);
    object.put("metadata", metadata("payment_intent_data[metadata]"));
    object.put(
        "status",
        switch (state.status()) {
          case PAID -> "succeeded";
          case EXPIRED -> "canceled";
          case OPEN -> isAsking ? ASKS_PAYER : "requires_payment_method";
        });
    return object;
  }

  private Map<String, @Nullable Object> error(String code) {
    return form.containsKey("payment_method")
        ? CardDrawer.error(code)
        : Map.of("type", "card_error", "code", code);
  }

  /// With its charge, for who asks to see it, too.
  Map<String, @Nullable Object> wholeIntentObject() {
    Map<String, @Nullable Object> object = intentObject();
    object.put("latest_charge", is(Status.PAID) ? chargeObject() : null);
    return object;
  }

  Map<String, Object> chargeObject() {
    long refunded = now.refunded();
    return Map.of(
        "id", charge(),
        "object", "charge",
        "amount", cents(),
        "amount_refunded", refunded,
        "currency", currency(),
        "payment_intent", intent(),
        "refunded", refunded == cents());
  }

  Map<String, Object> disputeObject(String status) {
    return Map.of(
        "id",
        "dp_" + number,
        "object",
        "dispute",
        "amount",
        cents(),
        "charge",
        charge(),
        "currency",
        currency(),
        "payment_intent",
        intent(),
        "reason",
        "fraudulent",
        "status",
        status);
  }

  private Map<String, String> metadata(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(prefix + "[")) {
            found.put(name.substring(prefix.length() + 1, name.length() - 1), value);
          }
        });
    return found;
  }
}
