package com.aiqleads.local.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// HubSpot's contacts: made one by one, once for a mail address, and looked for by a property.
final class HubSpotSite {

  static final String TOKEN = "pat-na1-sandbox-2f0c";

  private static final String CONTACTS = "/hubspot/crm/v3/objects/contacts";

  private final Map<String, Long> byEmail = new HashMap<>();
  private final CalculatedNumbers numbers = new CalculatedNumbers();
  private long last = 51_000;

  Answer answer(Request request, Set<CrmTrap> traps) {
    if (!request.header("Authorization").equals("Bearer " + TOKEN)) {
      return error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
    }
    if (traps.contains(CrmTrap.EXPIRED)) {
      return error(
          401, "EXPIRED_AUTHENTICATION", "The OAuth token used to make this call expired.");
    }
    if (traps.contains(CrmTrap.NOT_ALLOWED)) {
      return error(403, "MISSING_SCOPES", "This app hasn't been granted all required scopes.");
    }
    if (traps.contains(CrmTrap.LIMITED)) {
      return limit("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.");
    }
    if (traps.contains(CrmTrap.LIMITED_FOR_THE_DAY)) {
      return limit("DAILY", "You have reached your daily limit.");
    }
    return limits(
        switch (request.method() + " " + request.path()) {
          case "POST " + CONTACTS -> make(request.body(), traps);
          case "POST " + CONTACTS + "/search" -> search(request.body());
          default -> error(404, "OBJECT_NOT_FOUND", "resource not found");
        });
  }

  private Answer make(String body, Set<CrmTrap> traps) {
    String email = CrmSites.field(body, "email");
    if (traps.contains(CrmTrap.FIELD_MISSING) || !body.contains("\"properties\"")) {
      return refused(email);
    }
    if (byEmail.containsKey(email)) {
      return error(409, "CONFLICT", "Contact already exists. Existing ID: " + byEmail.get(email));
    }
    long id = ++last;
    if (!email.isEmpty()) {
      byEmail.put(email, id);
    }
    numbers.keep("phone", CrmSites.field(body, "phone"), id);
    numbers.keep("mobile", CrmSites.field(body, "mobilephone"), id);
    return Answer.json(
            Map.of(
                "id",
                String.valueOf(id),
                "properties",
                Map.of("hs_object_id", String.valueOf(id)),
                "archived",
                false))
        .withStatus(201);
  }

  /// Its words repeat what was sent.
  private static Answer refused(String email) {
    return Answer.json(
            Map.of(
                "status",
                "error",
                "message",
                "Property values were not valid: " + email,
                "category",
                "VALIDATION_ERROR",
                "errors",
                List.of(Map.of("message", email + " is invalid", "code", "INVALID_EMAIL"))))
        .withStatus(400);
  }

  private Answer search(String body) {
    List<Long> found = numbers.search(body);
    return Answer.json(
        Map.of(
            "total",
            found.size(),
            "results",
            found.stream().map(id -> Map.of("id", String.valueOf(id))).toList()));
  }

  private static Answer limit(String policy, String message) {
    Map<String, Object> body = new TreeMap<>(Map.of("status", "error", "message", message));
    body.put("errorType", "RATE_LIMIT");
    body.put("policyName", policy);
    return limits(Answer.json(body).withStatus(429));
  }

  private static Answer limits(Answer answer) {
    return answer
        .with("X-HubSpot-RateLimit-Daily", "250000")
        .with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
        .with("X-HubSpot-RateLimit-Max", "100");
  }

  private static Answer error(int status, String category, String message) {
    return Answer.json(Map.of("status", "error", "message", message, "category", category))
        .withStatus(status);
  }
}
