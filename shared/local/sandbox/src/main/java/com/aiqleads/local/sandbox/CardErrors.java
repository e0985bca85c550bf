package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the card processor says when it does not do something.
final class CardErrors {

  private CardErrors() {}

  static Answer of(int status, String type, String param, String message) {
    return Answer.json(Map.of("error", Map.of("type", type, "param", param, "message", message)))
        .withStatus(status);
  }

  static Answer wrong(String param, String message) {
    return of(400, "invalid_request_error", param, message);
  }

  /// Something that the request names is not there, or not any more.
  static Answer missing(String param, String what, String id) {
    return Answer.json(
            Map.of(
                "error",
                Map.of(
                    "code", "resource_missing",
                    "doc_url", "https://stripe.com/docs/error-codes/resource-missing",
                    "message", "No such " + what + ": '" + id + "'",
                    "param", param,
                    "type", "invalid_request_error")))
        .withStatus(400);
  }

  static Answer unknown(String param, String message) {
    return of(404, "invalid_request_error", param, message);
  }

  /// A bank's no, with the intent that it is of.
  static Answer declined(
      Map<String, @Nullable Object> error, Map<String, @Nullable Object> intent) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(error);
    whole.put("message", "Your card was declined.");
    whole.put("payment_intent", intent);
    return Answer.json(Map.of("error", whole)).withStatus(402);
  }
}
