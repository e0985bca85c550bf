package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One refund of a whole payment.
record CardRefund(String id, CardPayment payment, String status) {

  CardRefund failed() {
    return new CardRefund(id, payment, "failed");
  }

  Answer answer() {
    return Answer.json(object());
  }

  Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", id);
    object.put("object", "refund");
    object.put("amount", payment.cents());
    object.put("charge", payment.charge());
    object.put("currency", payment.currency());
    object.put("payment_intent", payment.intent());
    object.put("status", status);
    return object;
  }
}
