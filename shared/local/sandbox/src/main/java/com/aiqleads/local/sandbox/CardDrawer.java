package com.aiqleads.local.sandbox;

import com.aiqleads.local.sandbox.CardPayment.State;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Cards that are kept: sessions that set them up, their page, and what is taken from them while
/// nobody is there. What a bank says then, the card's own number says, or `saying`.
final class CardDrawer {

  static final String PAGES = "/stripe/save/";
  private static final int DIGITS = 16;
  private static final int METADATA = "metadata".length();
  private static final String NEEDS_PAYER = "authentication_required";

  private static final Map<String, String> SAYS =
      Map.of("4000000000000341", "generic_decline", "4000002760003184", NEEDS_PAYER);

  private final Map<String, SavedCard> cards = new ConcurrentHashMap<>();
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();
  private final CardBank bank;
  private final InstantSource clock;
  private volatile String saying = "";

  CardDrawer(CardBank bank, InstantSource clock) {
    this.bank = bank;
    this.clock = clock;
  }

  /// What every bank says from now on; nothing if each says what it would.
  void say(String code) {
    saying = code;
  }

  /// Customers do not come back, and their cards are gone with them.
  Answer deleted(String customer) {
    deleted.add(customer);
    cards.replaceAll((_, card) -> card.customer().equals(customer) ? card.detached() : card);
    return Answer.json(Map.of("id", customer, "object", "customer", "deleted", true));
  }

  private Answer noSuch(String customer) {
    return CardErrors.missing("customer", "customer", customer);
  }

  Answer created(Map<String, String> form, String base) {
    String id = bank.number();
    String customer = form.getOrDefault("customer", "cus_" + id);
    if (deleted.contains(customer)) {
      return noSuch(customer);
    }
    SavedCard card = new SavedCard(id, Map.copyOf(form), "", customer, false);
    cards.put(card.session(), card);
    return session(card, base);
  }

  boolean has(String session) {
    return cards.containsKey(session);
  }

  Answer session(String id, String base) {
    SavedCard card = cards.get(id);
    return card == null
        ? CardErrors.unknown("session", "No such checkout session: " + id)
        : session(card, base);
  }

  private Answer session(SavedCard card, String base) {
    return Answer.json(card.sessionObject(base + PAGES + card.session(), isOver(card)));
  }

  private boolean isOver(SavedCard card) {
    return clock.instant().getEpochSecond()
        >= Long.parseLong(card.form().getOrDefault("expires_at", "0"));
  }

  Answer page(Request request, String session) {
    SavedCard card = cards.get(session);
    if (card == null || card.isTyped() || isOver(card)) {
      return Answer.notFound();
    }
    String number = request.form().getOrDefault("card", "").replaceAll("\\D", "");
    if (!request.method().equals("POST") || number.length() != DIGITS) {
      return CardPages.saving(card);
    }
    cards.put(session, card.typed(number));
    return Answer.text(303, "")
        .with("Location", card.form().getOrDefault("success_url", "/"))
        .withoutBody(303);
  }

  Answer detached(String method) {
    SavedCard card = byMethod(method).orElse(null);
    if (card == null || card.isDetached()) {
      return CardErrors.wrong("", "The payment method you provided is not attached to a customer.");
    }
    cards.put(card.session(), card.detached());
    return Answer.json(card.methodObject());
  }

  /// A payment intent that is confirmed at once, off session.
  Answer taken(Map<String, String> form) {
    String customer = form.getOrDefault("customer", "");
    if (deleted.contains(customer)) {
      return noSuch(customer);
    }
    SavedCard card = byMethod(form.getOrDefault("payment_method", "")).orElse(null);
    boolean isTheirs = card != null && !card.isDetached() && card.customer().equals(customer);
    if (card == null || !isTheirs) {
      return CardErrors.wrong("payment_method", "No such PaymentMethod for this customer.");
    }
    if (!isTrue(form, "off_session") || !isTrue(form, "confirm")) {
      return CardErrors.wrong("off_session", "Nobody is there to confirm it.");
    }
    CardPayment payment = bank.opened(asSession(form));
    String no = saying.isEmpty() ? SAYS.getOrDefault(card.number(), "") : saying;
    if (no.isEmpty()) {
      bank.paid(payment, Map::of);
      return Answer.json(payment.intentObject());
    }
    if (no.equals(CardPayment.ASKS_PAYER)) {
      payment.becomes(state -> new State(state.status(), state.refunded(), no));
      return Answer.json(payment.intentObject());
    }
    bank.refused(payment, no);
    return CardErrors.declined(error(no), payment.intentObject());
  }

  /// The newest first.
  Answer listed(Map<String, String> asked) {
    String customer = asked.getOrDefault("customer", "nobody");
    List<Map<String, @Nullable Object>> found =
        bank.all().stream()
            .filter(one -> one.form().getOrDefault("customer", "").equals(customer))
            .map(CardPayment::intentObject)
            .toList();
    return Answer.json(Map.of("object", "list", "data", found, "has_more", false));
  }

  static Map<String, @Nullable Object> error(String no) {
    boolean isOwnCode = no.equals(NEEDS_PAYER) || no.equals("expired_card");
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("type", "card_error");
    error.put("code", isOwnCode ? no : "card_declined");
    error.put("decline_code", no);
    return error;
  }

  private static boolean isTrue(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").equals("true");
  }

  private static Map<String, String> asSession(Map<String, String> form) {
    Map<String, String> session = new LinkedHashMap<>(form);
    session.put("line_items[0][price_data][unit_amount]", form.getOrDefault("amount", "0"));
    session.put("line_items[0][price_data][currency]", form.getOrDefault("currency", "usd"));
    form.forEach(
        (name, value) -> {
          if (name.startsWith("metadata[")) {
            session.put("payment_intent_data[metadata]" + name.substring(METADATA), value);
          }
        });
    return session;
  }

  private Optional<SavedCard> byMethod(String method) {
    return cards.values().stream()
        .filter(SavedCard::isTyped)
        .filter(one -> one.method().equals(method))
        .findFirst();
  }
}
