package com.aiqleads.local.sandbox;

import com.aiqleads.local.sandbox.CardPayment.Status;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checkout sessions that take money, and the page on which somebody pays.
final class CardCounter {

  static final String PAGES = "/stripe/pay/";
  static final String GOOD = "4242424242424242";

  private static final int LEAST_SECONDS = 30 * 60 - 60;
  private static final String ASKS_AGAIN = "4000002500003155";
  private static final String IS_DISPUTED = "4000000000000259";
  private static final Map<String, String> REFUSED =
      Map.of(
          "4000000000000002", "card_declined",
          "4000000000009995", "insufficient_funds",
          "4000000000000069", "expired_card");

  private final CardBank bank;
  private final InstantSource clock;

  CardCounter(CardBank bank, InstantSource clock) {
    this.bank = bank;
    this.clock = clock;
  }

  Answer created(Map<String, String> form, String base) {
    long until = Long.parseLong(form.getOrDefault("expires_at", "0"));
    if (until < clock.instant().plusSeconds(LEAST_SECONDS).getEpochSecond()) {
      return CardErrors.wrong(
          "expires_at",
          "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
    }
    CardPayment payment = bank.opened(form);
    return Answer.json(payment.sessionObject(base + PAGES + payment.session()));
  }

  Answer session(String id, String base) {
    CardPayment payment = bank.find(id);
    return payment == null
        ? CardErrors.unknown("session", "No such checkout session: " + id)
        : Answer.json(new LinkedHashMap<>(payment.sessionObject(base + PAGES + id)));
  }

  Answer ended(String id, String base) {
    CardPayment payment = bank.find(id);
    if (payment == null || !payment.is(Status.OPEN)) {
      return CardErrors.wrong(
          "", "Only Checkout Sessions with a status in [\"open\"] can be expired.");
    }
    bank.expire(payment);
    return session(id, base);
  }

  Answer page(Request request, String rest) {
    String[] parts = rest.split("/", 2);
    CardPayment payment = bank.find(parts[0]);
    if (payment == null) {
      return Answer.notFound();
    }
    if (!payment.is(Status.OPEN)) {
      return CardPages.over(payment);
    }
    if (!request.method().equals("POST")) {
      return CardPages.form(payment);
    }
    Map<String, String> form = request.form();
    return parts.length == 2
        ? answered(payment, form.getOrDefault("answer", "").equals("yes"))
        : typed(payment, form.getOrDefault("card", "").replaceAll("\\D", ""));
  }

  private Answer answered(CardPayment payment, boolean isYes) {
    return isYes ? paid(payment, GOOD) : refused(payment, "authentication_required");
  }

  private Answer typed(CardPayment payment, String card) {
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
    bank.refused(payment, code);
    return CardPages.form(payment);
  }

  private Answer paid(CardPayment payment, String card) {
    bank.paid(payment, () -> told(payment, card));
    String back = payment.form().getOrDefault("success_url", "/");
    return Answer.text(303, "").with("Location", back).withoutBody(303);
  }

  private static Map<String, Map<String, @Nullable Object>> told(CardPayment payment, String card) {
    Map<String, Map<String, @Nullable Object>> told = new LinkedHashMap<>();
    told.put("checkout.session.completed", payment.sessionObject(""));
    if (card.equals(IS_DISPUTED)) {
      told.put(
          "charge.dispute.created", new LinkedHashMap<>(payment.disputeObject("needs_response")));
    }
    return told;
  }
}
