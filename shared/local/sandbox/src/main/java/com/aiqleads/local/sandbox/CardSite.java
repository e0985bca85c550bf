package com.aiqleads.local.sandbox;

import com.aiqleads.local.sandbox.CardEvents.Trouble;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Stripe, as far as payments on its own page go: the API of checkout sessions and refunds
/// with idempotency keys, the page with its test cards and their second question, and signed
/// webhooks. `POST /control/payments` says where webhooks go (`webhook=…`), what goes wrong
/// with them (`trouble=twice&on=true`), and what banks do
/// (`session=…&act=refund|fail-refund|dispute|lose|win|expire`), also what is none of ours or
/// cannot be read (`act=other|garble`), and what banks say to whom is not there (`says=…`);
/// `GET` tells the payments.
final class CardSite implements AutoCloseable {

  /// Of the sandbox alone.
  static final String KEY = "sk_test_sandbox";

  private static final int MAX_BODY_BYTES = 256 * 1024;
  private static final String SESSIONS = "/stripe/v1/checkout/sessions";
  private static final String REFUNDS = "/stripe/v1/refunds";
  private static final String EVENTS = "/stripe/v1/events";
  private static final String INTENTS = "/stripe/v1/payment_intents";
  private static final String EXPIRE = "/expire";
  private static final String CANCEL = "/cancel";
  private static final String DETACH = "/detach";
  private static final String CUSTOMERS = "/stripe/v1/customers/";
  private static final String METHODS = "/stripe/v1/payment_methods/";

  /// An answer that is given again to the same request.
  private record Kept(String request, Answer answer) {}

  private final Map<String, Kept> answers = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final CardEvents events;
  private final CardBank bank;
  private final CardCounter counter;
  private final CardDrawer drawer;
  private volatile boolean isSilent;

  CardSite(InstantSource clock) {
    this.events = new CardEvents(clock);
    this.bank = new CardBank(events, clock);
    this.counter = new CardCounter(bank, clock);
    this.drawer = new CardDrawer(bank, clock);
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
    if (path.startsWith(CardCounter.PAGES)) {
      return counter.page(request, path.substring(CardCounter.PAGES.length()));
    }
    if (path.startsWith(CardDrawer.PAGES)) {
      return drawer.page(request, path.substring(CardDrawer.PAGES.length()));
    }
    if (!request.header("Authorization").equals("Bearer " + KEY)) {
      return CardErrors.of(401, "invalid_request_error", "", "Invalid API Key provided.");
    }
    if (request.method().equals("DELETE") && path.startsWith(CUSTOMERS)) {
      return drawer.deleted(path.substring(CUSTOMERS.length()));
    }
    return request.method().equals("POST") ? done(request, base) : told(request, base);
  }

  private Answer done(Request request, String base) {
    String path = request.path();
    Map<String, String> form = request.form();
    if (path.equals(SESSIONS)) {
      return once(
          request,
          () ->
              form.getOrDefault("mode", "").equals("setup")
                  ? drawer.created(form, base)
                  : counter.created(form, base));
    }
    if (path.startsWith(SESSIONS + "/") && path.endsWith(EXPIRE)) {
      return counter.ended(
          path.substring(SESSIONS.length() + 1, path.length() - EXPIRE.length()), base);
    }
    if (path.equals(REFUNDS)) {
      return once(request, () -> bank.givenBack(form));
    }
    if (path.equals(INTENTS)) {
      return once(request, () -> drawer.taken(form));
    }
    if (path.startsWith(INTENTS + "/") && path.endsWith(CANCEL)) {
      return bank.canceled(path.substring(INTENTS.length() + 1, path.length() - CANCEL.length()));
    }
    return path.startsWith(METHODS) && path.endsWith(DETACH)
        ? drawer.detached(path.substring(METHODS.length(), path.length() - DETACH.length()))
        : CardErrors.unknown("", "Unrecognized request URL.");
  }

  private Answer told(Request request, String base) {
    String path = request.path();
    if (path.startsWith(SESSIONS + "/")) {
      String session = path.substring(SESSIONS.length() + 1);
      return drawer.has(session) ? drawer.session(session, base) : counter.session(session, base);
    }
    if (path.startsWith(REFUNDS + "/")) {
      return bank.refund(path.substring(REFUNDS.length() + 1));
    }
    if (path.equals(EVENTS)) {
      return events(request.form());
    }
    if (path.equals(INTENTS)) {
      return drawer.listed(request.form());
    }
    return path.startsWith(INTENTS + "/")
        ? bank.byIntent(path.substring(INTENTS.length() + 1))
            .map(payment -> Answer.json(payment.wholeIntentObject()))
            .orElseGet(() -> CardErrors.unknown("intent", "No such payment_intent"))
        : CardErrors.unknown("", "Unrecognized request URL.");
  }

  private Answer events(Map<String, String> asked) {
    String list =
        events.list(
            body -> isAskedFor(body, asked),
            asked.getOrDefault("starting_after", ""),
            Integer.parseInt(asked.getOrDefault("limit", "10")));
    return new Answer(200, Answer.JSON, list, Map.of());
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
        : CardErrors.of(
            400,
            "idempotency_error",
            "",
            "Keys for idempotent requests can only be used with the same parameters.");
  }

  private Answer control(Request request) {
    if (request.method().equals("POST")) {
      Map<String, String> form = request.form();
      if (form.containsKey("webhook")) {
        events.tell(URI.create(form.get("webhook")));
      }
      trouble(form.getOrDefault("trouble", ""), form.getOrDefault("on", "true").equals("true"));
      if (form.containsKey("says")) {
        drawer.say(form.get("says"));
      }
      CardPayment payment = bank.find(form.getOrDefault("session", ""));
      if (payment != null) {
        bank.act(payment, form.getOrDefault("act", ""));
      }
    }
    return Answer.json(
        Map.of(
            "payments",
            bank.all().stream()
                .map(one -> one.sessionObject(CardCounter.PAGES + one.session()))
                .toList()));
  }

  private void trouble(String name, boolean isOn) {
    if (name.equals("silent")) {
      isSilent = isOn;
    } else if (!name.isEmpty()) {
      events.trouble(Trouble.valueOf(name.toUpperCase(Locale.ROOT)), isOn);
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
