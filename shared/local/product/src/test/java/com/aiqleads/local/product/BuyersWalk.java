package com.aiqleads.local.product;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Whatever the product answers to a buyer: every route of every manifest that a buyer may read,
/// with every id that there is for it, and with what is wrong; and every page of the console.
final class BuyersWalk {

  static final Repository MANIFESTS =
      Manifests.read(Path.of(System.getProperty("repository.root")));

  /// One answer, and where it was given.
  record Heard(String where, int status, String text) {}

  /// What a route cannot be asked without, and what else is worth asking.
  private static final Map<String, List<String>> QUERIES =
      Map.of(
          "GET /leads",
          List.of(
              "", "?sort=price&limit=100", "?q=house&type=house", "?near=25.76,-80.19&radiusKm=30"),
          "GET /leads/map",
          List.of("?box=24,-83,31,-79", "?box=25,-81,26,-80"),
          "GET /subscription/quote",
          List.of("?plan=pro"),
          "GET /wallet/statement",
          List.of(
              "?from=2026-01-01&until=2026-12-31&format=csv",
              "?from=2026-01-01&until=2026-12-31&format=pdf"));

  private static final String LEAD = "/leads/{id}";
  private static final String WRONG = "?colour=red&limit=x&cursor=x";
  private static final byte[] WRONG_BODY = "{\"colour\":\"red\"}".getBytes(StandardCharsets.UTF_8);
  private static final int MOST_PAGES = 60;
  private static final int DONE = 200;

  private final ApiClient api;
  private final ConsolePages console;
  private final List<Heard> heard = new ArrayList<>();

  BuyersWalk(SharedProduct product, String token) {
    this.api = product.api().withToken(token);
    this.console = new ConsolePages(product.running().gateway(), token);
  }

  /// @param leads whose addresses and pages are asked for, one by one
  /// @param ids what else is this buyer's, by the address up to the id
  List<Heard> walk(Collection<String> leads, Map<String, List<String>> ids) {
    heard.clear();
    routes("GET").forEach(route -> ask(route, leads, ids));
    allFoundLeads();
    routes("POST", "PUT").forEach(this::askWrongly);
    List<String> pages = new ArrayList<>();
    leads.forEach(lead -> pages.add("/console/leads/" + lead));
    ids.getOrDefault("/card-orders/{id}", List.of())
        .forEach(id -> pages.add("/console/cart/payments/" + id));
    // Admins read papers there; a buyer is refused, also for what is its own.
    ids.getOrDefault("/receipts/{id}", List.of()).forEach(id -> pages.add("/console/papers/" + id));
    // Many pages are called as what they show.
    ids.forEach(
        (path, known) ->
            known.forEach(id -> pages.add("/console" + path.replaceAll("[{][^}]*[}]", id))));
    listed("/top-ups").forEach(id -> pages.add("/console/wallet/top-ups/" + id));
    heard.addAll(console.walk(pages));
    return List.copyOf(heard);
  }

  /// Every route of these methods that a buyer is let into.
  static Stream<Route> routes(String... methods) {
    return MANIFESTS.functions().stream()
        .map(FunctionManifest::routes)
        .flatMap(List::stream)
        .filter(route -> List.of(methods).contains(route.method()))
        .filter(BuyersWalk::isOpenToBuyers);
  }

  private void ask(Route route, Collection<String> leads, Map<String, List<String>> ids) {
    String path = route.pathToId();
    List<String> known = path.equals(LEAD) ? List.copyOf(leads) : ids.getOrDefault(path, List.of());
    List<String> addresses =
        path.isEmpty()
            ? List.of(route.path())
            : known.stream().map(id -> route.path().replaceAll("[{][^}]*[}]", id)).toList();
    for (String address : addresses) {
      for (String query : QUERIES.getOrDefault(route.key(), List.of(""))) {
        hear(route.key(), api.get(address + query));
      }
      hear(route.key() + " (refused)", api.get(address + WRONG));
    }
    if (!path.isEmpty()) {
      hear(route.key() + " (refused)", api.get(nobodys(route)));
    }
  }

  private void askWrongly(Route route) {
    hear(route.key() + " (refused)", api.send(route.method(), nobodys(route), WRONG_BODY));
  }

  private void allFoundLeads() {
    String next = "";
    for (int page = 0; page < MOST_PAGES && (page == 0 || !next.isEmpty()); page++) {
      HttpResponse<byte[]> answer = api.get("/leads?limit=100&cursor=" + next);
      hear("GET /leads", answer);
      next = ApiClient.read(answer).path("next").asText();
    }
  }

  private void hear(String where, HttpResponse<byte[]> answer) {
    String headers = answer.headers().map().toString();
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    heard.add(new Heard(where, answer.statusCode(), headers + "\n" + body));
  }

  /// The ids in the list that an address is of.
  List<String> listed(String list) {
    HttpResponse<byte[]> answer = api.get(list);
    if (answer.statusCode() != DONE) {
      throw new IllegalStateException(list + " answered " + answer.statusCode());
    }
    JsonNode things = ApiClient.read(answer);
    return things.properties().stream()
        .map(Map.Entry::getValue)
        .filter(JsonNode::isArray)
        .flatMap(all -> all.findValuesAsText("id").stream())
        .distinct()
        .toList();
  }

  private static String nobodys(Route route) {
    return route.path().replaceAll("[{][^}]*[}]", "thing_" + "0".repeat(25) + "1");
  }

  private static boolean isOpenToBuyers(Route route) {
    return switch (route.access()) {
      case RouteAccess.Public _, RouteAccess.SignedIn _ -> true;
      case RouteAccess.Session _ -> false;
      case RouteAccess.Scope scope ->
          Role.BUYER.scopes().stream().map(Scope::text).anyMatch(scope.text()::equals);
    };
  }
}
