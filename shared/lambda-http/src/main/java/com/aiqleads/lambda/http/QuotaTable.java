package com.aiqleads.lambda.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many requests a minute are let through: the one table of it, for all routes that need a
/// token. A key is an API key, or a person who is signed in.
public final class QuotaTable {

  /// All requests of one key, and of all keys of a team.
  private static final int KEY = 600;

  private static final int TEAM = 3000;

  /// Requests of one key to one route, unless the route has a line of its own.
  private static final int READS = 300;

  private static final int WRITES = 60;

  /// Answers that cost several times as much as others.
  private static final Map<String, Integer> ROUTES = Map.of("GET /leads/map", 120);

  private QuotaTable() {}

  /// The routes with a line of their own.
  public static Set<String> routes() {
    return ROUTES.keySet();
  }

  /// What a request of that route counts against.
  ///
  /// @param times how many times the table's numbers; more than once only where figures are taken
  static List<Quota> of(String route, int times) {
    return List.of(
        new Quota("key", KEY * times),
        new Quota("team", TEAM * times),
        new Quota("route", ROUTES.getOrDefault(route, usual(route)) * times));
  }

  private static int usual(String route) {
    return route.startsWith("GET ") ? READS : WRITES;
  }
}
