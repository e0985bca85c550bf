package com.aiqleads.local.sandbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Which sites have drifted how, on demand and perhaps from a day on; and the same pages as they
/// are then.
final class Drifts {

  private final LocalDate today;
  private final Map<String, On> on = new ConcurrentHashMap<>();

  private record On(Drift drift, LocalDate from) {}

  Drifts(LocalDate today) {
    this.today = today;
  }

  /// The drifts that a site can show; some have nothing to change places with.
  static List<Drift> of(String site) {
    return SiteDrifts.of(site).keySet().stream().toList();
  }

  /// What a visitor asks for by a form: a site, a drift, whether it is on, and from which day.
  Answer control(Request request) {
    if (request.method().equals("POST")) {
      Map<String, String> form = request.form();
      String site = form.getOrDefault("site", "");
      Optional<Drift> drift =
          Drift.named(form.getOrDefault("drift", "")).filter(of(site)::contains);
      if (drift.isEmpty()) {
        return Answer.text(
            400, "drift must be one of " + of(site) + " of one of " + SiteDrifts.sites());
      }
      if (Boolean.parseBoolean(form.getOrDefault("on", "true"))) {
        LocalDate from = LocalDate.parse(form.getOrDefault("from", today.toString()));
        on.put(site, new On(drift.get(), from));
      } else {
        on.remove(site);
      }
    }
    Map<String, Object> shown = new TreeMap<>();
    on.forEach((site, each) -> shown.put(site, each.drift.text() + " from " + each.from));
    return Answer.json(Map.of("on", shown));
  }

  /// A page that has changed is another page to who comes back.
  Answer drifted(String site, Answer answer) {
    On drift = on.get(site);
    if (drift == null || drift.from.isAfter(today) || answer.status() != 200) {
      return answer;
    }
    Rewriting rewriting = SiteDrifts.of(site).get(drift.drift);
    String body = rewriting == null ? answer.body() : rewriting.of(answer.body());
    if (body.equals(answer.body())) {
      return answer;
    }
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.remove("Last-Modified");
    headers.computeIfPresent("ETag", (_, _) -> "\"" + Integer.toHexString(body.hashCode()) + "\"");
    return new Answer(answer.status(), answer.contentType(), body, headers);
  }
}
