package com.aiqleads.local.sandbox;

import com.aiqleads.local.sandbox.CardEvents.Trouble;
import com.aiqleads.local.sandbox.CardPayment.State;
import com.aiqleads.local.sandbox.CardPayment.Status;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stripe, as far as payments on its own page go: the API of checkout sessions and refunds with
/// idempotency keys, the page with its test cards and their second question, and signed
/// webhooks.
/// `POST /control/payments` says where webhooks go (`webhook=…`), what goes wrong with them
/// (`trouble=twice&on=true`), and what banks do
/// (`session=…&act=refund|fail-refund|dispute|lose|win|expire`), also what is none of ours or
/// cannot be read (`act=other|garble`); `GET` tells the payments.
final class CardSite implements AutoCloseable {

  /// Of the sandbox alone.
  static final String KEY = "sk_test_sandbox";

  private static final int MAX_BODY_BYTES = 256 * 1024;
  private static final String SESSIONS = "/stripe/v1/checkout/sessions";
  private static final String REFUNDS = "/stripe/v1/refunds";
  private static final String EVENTS = "/stripe/v1/events";
  private static final String INTENTS = "/stripe/v1/payment_intents/";
  private static final String PAGES = "/stripe/pay/";
  private static final String GOOD = "4242424242424242";
  private static final String ASKS_AGAIN = "4000002500003155";
  private static final String IS_DISPUTED = "4000000000000259";
  private static final Map<String, String> REFUSED =
      Map.of(
          "4000000000000002", "card_declined",
          "4000000000009995", "insufficient_funds",
          "4000000000000069", "expired_card");

  /// An answer that is given again to the same request.
  private record Kept(String request, Answer answer) {}

  private final Map<String, CardPayment> payments = new ConcurrentHashMap<>();
  private final Map<String, CardRefund> refunds = new ConcurrentHashMap<>();
  private final Map<String, Kept> answers = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final CardEvents events;
  private final InstantSource clock;
  private final String run;
  private volatile boolean isSilent;

  CardSite(InstantSource clock) {
    this.clock = clock;
    this.events = new CardEvents(clock);
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  void tell(URI address) {
    events.tell(address);
  }

  void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
      URI uri = exchange.getRequestURI();
      Map<String, String> headers = new LinkedHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      Request request =
          new Request(
              exchange.getRequestMethod(),
              uri.getPath(),
              Objects.requireNonNullElse(uri.getRawQuery(), ""),
              headers,
              new String(body, StandardCharsets.UTF_8));
      String base = "http://" + request.header("Host");
      Answer answer = answer(request, base);
      if (isSilent && request.path().startsWith("/stripe/v1/")) {
        // It is done; whoever asked never hears of it.
        return;
      }
      byte[] bytes = answer.bytes();
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.getResponseHeaders().set("Request-Id", "req_" + numbers.incrementAndGet());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(Request request, String base) {
    String path = request.path();
    if (path.equals("/control/payments")) {
      return control(request);
    }
    if (path.startsWith(PAGES)) {
      return page(request, path.substring(PAGES.length()));
    }
    if (!request.header("Authorization").equals("Bearer " + KEY)) {
      return error(401, "invalid_request_error", "", "Invalid API Key provided.");
    }
    if (path.equals(SESSIONS) && request.method().equals("POST")) {
      return once(request, () -> created(request.form(), base));
    }
    if (path.endsWith("/expire") && request.method().equals("POST")) {
      return ended(path.substring(SESSIONS.length() + 1, path.length() - "/expire".length()), base);
    }
    if (path.startsWith(SESSIONS + "/") && request.method().equals("GET")) {
      return session(path.substring(SESSIONS.length() + 1), base);
    }
    if (path.equals(REFUNDS) && request.method().equals("POST")) {
      return once(request, () -> givenBack(request.form()));
    }
    if (path.startsWith(REFUNDS + "/") && request.method().equals("GET")) {
      return Optional.ofNullable(refunds.get(path.substring(REFUNDS.length() + 1)))
          .map(CardRefund::answer)
          .orElseGet(() -> error(404, "invalid_request_error", "id", "No such refund"));
    }
    if (path.equals(EVENTS) && request.method().equals("GET")) {
      Map<String, String> asked = request.form();
      String list =
          events.list(
              body -> isAskedFor(body, asked),
              asked.getOrDefault("starting_after", ""),
              Integer.parseInt(asked.getOrDefault("limit", "10")));
      return new Answer(200, Answer.JSON, list, Map.of());
    }
    if (path.startsWith(INTENTS) && request.method().equals("GET")) {
      return byIntent(path.substring(INTENTS.length()))
          .map(payment -> Answer.json(payment.wholeIntentObject()))
          .orElseGet(() -> error(404, "invalid_request_error", "intent", "No such payment_intent"));
    }
    return error(404, "invalid_request_error", "", "Unrecognized request URL.");
  }

  private static boolean isAskedFor(String body, Map<String, String> asked) {
    long at = CardEvents.createdAt(body);
    Set<String> types =
        asked.entrySet().stream()
            .filter(field -> field.getKey().startsWith("types["))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return at >= Long.parseLong(asked.getOrDefault("created[gte]", "0"))
        && at <= Long.parseLong(asked.getOrDefault("created[lte]", "" + Long.MAX_VALUE))
        && (types.isEmpty() || types.contains(CardEvents.typeOf(body)));
  }

  private Answer once(Request request, Supplier<Answer> act) {
    String key = request.header("Idempotency-Key");
    if (key.isEmpty()) {
      return act.get();
    }
    Kept kept = answers.computeIfAbsent(key, _ -> new Kept(request.body(), act.get()));
    return kept.request().equals(request.body())
        ? kept.answer()
        : error(
            400,
            "idempotency_error",
            "",
            "Keys for idempotent requests can only be used with the same parameters.");
  }

  private Answer created(Map<String, String> form, String base) {
    long until = Long.parseLong(form.getOrDefault("expires_at", "0"));
    if (until < clock.instant().plusSeconds(30 * 60 - 60).getEpochSecond()) {
      return error(
          400,
          "invalid_request_error",
          "expires_at",
          "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
    }
    CardPayment payment = new CardPayment(run + numbers.incrementAndGet(), form, clock.instant());
    payments.put(payment.session(), payment);
    return Answer.json(payment.sessionObject(base + PAGES + payment.session()));
  }

  private Answer session(String id, String base) {
    CardPayment payment = payments.get(id);
    if (payment == null) {
      return error(404, "invalid_request_error", "session", "No such checkout session: " + id);
    }
    expireIfOver(payment);
    Map<String, @Nullable Object> object =
        new LinkedHashMap<>(payment.sessionObject(base + PAGES + id));
    return Answer.json(object);
  }

  private Answer ended(String id, String base) {
    CardPayment payment = payments.get(id);
    if (payment == null || !payment.is(Status.OPEN)) {
      return error(
          400,
          "invalid_request_error",
          "",
          "Only Checkout Sessions with a status in [\"open\"] can be expired.");
    }
    expire(payment);
    return session(id, base);
  }

  private Optional<CardPayment> byIntent(String intent) {
    return payments.values().stream().filter(one -> one.intent().equals(intent)).findFirst();
  }

  private Answer givenBack(Map<String, String> form) {
    CardPayment payment = byIntent(form.getOrDefault("payment_intent", "")).orElse(null);
    if (payment == null || !payment.is(Status.PAID)) {
      return error(400, "invalid_request_error", "payment_intent", "No such charge.");
    }
    if (payment.now().refunded() == payment.cents()) {
      return error(
          400,
          "invalid_request_error",
          "",
          "Charge " + payment.charge() + " has already been refunded.");
    }
    return refunded(payment).answer();
  }

  private CardRefund refunded(CardPayment payment) {
    CardRefund refund =
        new CardRefund("re_" + run + numbers.incrementAndGet(), payment, "succeeded");
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

  private void expireIfOver(CardPayment payment) {
    long until = Long.parseLong(payment.form().getOrDefault("expires_at", "0"));
    if (payment.is(Status.OPEN) && clock.instant().getEpochSecond() >= until) {
      expire(payment);
    }
  }

  private void expire(CardPayment payment) {
    payment.becomes(state -> state.with(Status.EXPIRED));
    events.happened(Map.of("checkout.session.expired", payment.sessionObject("")));
  }

  private Answer page(Request request, String rest) {
    String[] parts = rest.split("/", 2);
    CardPayment payment = payments.get(parts[0]);
    if (payment == null) {
      return Answer.notFound();
    }
    expireIfOver(payment);
    if (!payment.is(Status.OPEN)) {
      return CardPages.over(payment);
    }
    if (!request.method().equals("POST")) {
      return CardPages.form(payment);
    }
    Map<String, String> form = request.form();
    if (parts.length == 2) {
      return form.getOrDefault("answer", "").equals("yes")
          ? paid(payment, GOOD)
          : refused(payment, "authentication_required");
    }
    String card = form.getOrDefault("card", "").replaceAll("\\D", "");
    if (REFUSED.containsKey(card)) {
      return refused(payment, REFUSED.get(card));
    }
    if (card.equals(ASKS_AGAIN)) {
      return CardPages.question(payment);
    }
    return card.equals(GOOD) || card.equals(IS_DISPUTED)
        ? paid(payment, card)
        : refused(payment, "incorrect_number");
  }

  private Answer refused(CardPayment payment, String code) {
    payment.becomes(state -> new State(state.status(), state.refunded(), code));
    events.happened(Map.of("payment_intent.payment_failed", payment.intentObject()));
    return CardPages.form(payment);
  }

  private Answer paid(CardPayment payment, String card) {
    payment.becomes(state -> new State(Status.PAID, state.refunded(), null));
    Map<String, Map<String, @Nullable Object>> happened = new LinkedHashMap<>();
    happened.put("payment_intent.succeeded", payment.intentObject());
    happened.put("checkout.session.completed", payment.sessionObject(""));
    if (card.equals(IS_DISPUTED)) {
      happened.put(
          "charge.dispute.created", new LinkedHashMap<>(payment.disputeObject("needs_response")));
    }
    events.happened(happened);
    String back = payment.form().getOrDefault("success_url", "/");
    return Answer.text(303, "").with("Location", back).withoutBody(303);
  }

  private Answer control(Request request) {
    if (request.method().equals("POST")) {
      Map<String, String> form = request.form();
      if (form.containsKey("webhook")) {
        events.tell(URI.create(form.get("webhook")));
      }
      trouble(form.getOrDefault("trouble", ""), form.getOrDefault("on", "true").equals("true"));
      CardPayment payment = payments.get(form.getOrDefault("session", ""));
      if (payment != null) {
        act(payment, form.getOrDefault("act", ""));
      }
    }
    return Answer.json(
        Map.of(
            "payments",
            payments.values().stream()
                .map(one -> one.sessionObject(PAGES + one.session()))
                .toList()));
  }

  private void trouble(String name, boolean isOn) {
    if (name.equals("silent")) {
      isSilent = isOn;
    } else if (!name.isEmpty()) {
      events.trouble(Trouble.valueOf(name.toUpperCase(Locale.ROOT)), isOn);
    }
  }

  private void act(CardPayment payment, String act) {
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

  /// Of no version that anybody reads.
  private static Map<String, Object> garbled(CardPayment payment) {
    return Map.of("object", "charge", "payment_intent", payment.intent(), "currency", "usd");
  }

  private void happened(String type, Map<String, Object> object) {
    events.happened(Map.of(type, new LinkedHashMap<>(object)));
  }

  private static Answer error(int status, String type, String param, String message) {
    return Answer.json(Map.of("error", Map.of("type", type, "param", param, "message", message)))
        .withStatus(status);
  }

  @Override
  public void close() {
    events.close();
  }
}
