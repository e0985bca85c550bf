package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A checkout session that sets a card up, and the payment method that comes of it.
///
/// @param number what is typed on the page; nothing before
record SavedCard(
    String id, Map<String, String> form, String number, String customer, boolean isDetached) {

  private static final int LAST_FOUR = 4;
  private static final int EXPIRES_MONTH = 12;
  private static final int EXPIRES_YEAR = 2034;

  String session() {
    return "cs_test_setup" + id;
  }

  String method() {
    return "pm_" + id;
  }

  boolean isTyped() {
    return !number.isEmpty();
  }

  SavedCard typed(String digits) {
    return new SavedCard(id, form, digits, customer, isDetached);
  }

  SavedCard detached() {
    return new SavedCard(id, form, number, customer, true);
  }

  Map<String, @Nullable Object> sessionObject(String page, boolean isOver) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", session());
    object.put("object", "checkout.session");
    object.put("client_reference_id", form.get("client_reference_id"));
    object.put("customer", isTyped() ? customer : null);
    object.put("livemode", false);
    object.put("metadata", Map.of("card", form.getOrDefault("metadata[card]", "")));
    object.put("mode", "setup");
    object.put("payment_status", "no_payment_required");
    object.put("setup_intent", isTyped() ? setupIntent() : null);
    object.put("status", status(isOver));
    object.put("url", isTyped() || isOver ? null : page);
    return object;
  }

  private String status(boolean isOver) {
    return isTyped() ? "complete" : isOver ? "expired" : "open";
  }

  private Map<String, Object> setupIntent() {
    return Map.of(
        "id",
        "seti_" + id,
        "object",
        "setup_intent",
        "customer",
        customer,
        "payment_method",
        methodObject(),
        "status",
        "succeeded",
        "usage",
        "off_session");
  }

  Map<String, Object> methodObject() {
    return Map.of(
        "id",
        method(),
        "object",
        "payment_method",
        "type",
        "card",
        "card",
        Map.of(
            "brand",
            number.startsWith("5") ? "mastercard" : "visa",
            "last4",
            number.substring(number.length() - LAST_FOUR),
            "exp_month",
            EXPIRES_MONTH,
            "exp_year",
            EXPIRES_YEAR));
  }
}
