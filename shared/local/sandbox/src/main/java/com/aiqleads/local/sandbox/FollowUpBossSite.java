package com.aiqleads.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Follow Up Boss's events: they make people, or find those with the same address or number.
final class FollowUpBossSite {

  static final String KEY = "fka_sandbox0e41";

  /// What it gave us when we registered; whoever tells it may ask twice as often.
  static final String SYSTEM_KEY = "5a0db0c1e0a24c36b1c7f1f2c0ffee42";

  private static final String NAME =
      "Basic "
          + Base64.getEncoder().encodeToString((KEY + ":").getBytes(StandardCharsets.US_ASCII));

  private static final int REGISTERED = 20;
  private static final int UNKNOWN = 10;

  private final Map<String, Integer> people = new HashMap<>();
  private int last = 700;

  Answer answer(Request request, Set<CrmTrap> traps) {
    if (!request.header("Authorization").equals(NAME) || traps.contains(CrmTrap.EXPIRED)) {
      return error(401, "Access denied. Invalid API key.");
    }
    if (traps.contains(CrmTrap.NOT_ALLOWED)) {
      return error(403, "You do not have access to this.");
    }
    if (traps.contains(CrmTrap.LIMITED) || traps.contains(CrmTrap.LIMITED_FOR_THE_DAY)) {
      return limits(error(429, "Too many requests"), request, 0).with("Retry-After", "8");
    }
    if (!(request.method() + " " + request.path()).equals("POST /followupboss/v1/events")) {
      return error(404, "Resource not found");
    }
    if (request.header("X-System").isEmpty()) {
      return error(400, "Missing X-System header");
    }
    return limits(event(request.body(), traps), request, most(request) - 1);
  }

  private Answer event(String body, Set<CrmTrap> traps) {
    boolean isWhole =
        !CrmSites.field(body, "source").isEmpty()
            && !CrmSites.field(body, "type").isEmpty()
            && body.contains("\"person\"");
    if (!isWhole || traps.contains(CrmTrap.FIELD_MISSING)) {
      return error(400, "Missing required fields");
    }
    if (traps.contains(CrmTrap.IGNORED)) {
      return Answer.text(204, "").withoutBody(204);
    }
    // Of addresses and numbers the first that is told.
    String known = CrmSites.field(body, "value");
    boolean isNew = !people.containsKey(known);
    int id = people.computeIfAbsent(known, _ -> ++last);
    return Answer.json(Map.of("id", id, "created", "2026-11-01T12:00:00Z", "stage", "Lead"))
        .withStatus(isNew ? 201 : 200);
  }

  private static int most(Request request) {
    return request.header("X-System-Key").equals(SYSTEM_KEY) ? REGISTERED : UNKNOWN;
  }

  private static Answer limits(Answer answer, Request request, int remaining) {
    return answer
        .with("X-RateLimit-Limit", String.valueOf(most(request)))
        .with("X-RateLimit-Remaining", String.valueOf(remaining))
        .with("X-RateLimit-Window", "10")
        .with("X-RateLimit-Context", "events");
  }

  private static Answer error(int status, String message) {
    return Answer.json(Map.of("errorMessage", message)).withStatus(status);
  }
}
