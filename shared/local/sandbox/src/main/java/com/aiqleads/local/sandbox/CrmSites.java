package com.aiqleads.local.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HubSpot, Follow Up Boss and Salesforce, as far as leads go in. `GET /control/crm` tells the last
/// of what they kept, `POST` sets a trap (`trap=limited&on=true`).
final class CrmSites {

  static final List<String> PATHS =
      List.of("/hubspot/", "/followupboss/", "/salesforce/", "/control/crm");

  private static final int MAX_KEPT = 200;

  private final Set<CrmTrap> traps = EnumSet.noneOf(CrmTrap.class);
  private final Deque<Map<String, String>> kept = new ArrayDeque<>();
  private final HubSpotSite hubSpot = new HubSpotSite();
  private final FollowUpBossSite followUpBoss = new FollowUpBossSite();
  private final SalesforceSite salesforce = new SalesforceSite();

  synchronized Answer answer(Request request) {
    String site = request.path().split("/", 3)[1];
    if (site.equals("control")) {
      return control(request);
    }
    if (traps.contains(CrmTrap.DOWN)) {
      return Answer.text(503, "Service Unavailable");
    }
    if (traps.contains(CrmTrap.MUTE)) {
      return Answer.html("<html><body>Welcome</body></html>");
    }
    Answer answer =
        switch (site) {
          case "hubspot" -> hubSpot.answer(request, traps);
          case "followupboss" -> followUpBoss.answer(request, traps);
          default -> salesforce.answer(request, traps);
        };
    if (answer.status() == 201) {
      kept.addLast(Map.of("system", site, "body", request.body()));
      while (kept.size() > MAX_KEPT) {
        kept.removeFirst();
      }
    }
    return answer;
  }

  private Answer control(Request request) {
    if (request.method().equals("POST")) {
      Map<String, String> form = request.form();
      Optional<CrmTrap> trap = CrmTrap.named(form.getOrDefault("trap", ""));
      if (trap.isEmpty()) {
        return Answer.text(400, "trap must be one of " + List.of(CrmTrap.values()));
      }
      if (Boolean.parseBoolean(form.getOrDefault("on", "true"))) {
        traps.add(trap.get());
      } else {
        traps.remove(trap.get());
      }
    }
    return Answer.json(
        Map.of("traps", traps.stream().map(CrmTrap::text).toList(), "kept", List.copyOf(kept)));
  }

  /// The text of a field, wherever it stands; empty if there is none.
  static String field(String json, String name) {
    Matcher field =
        Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return field.find() ? field.group(1) : "";
  }
}
