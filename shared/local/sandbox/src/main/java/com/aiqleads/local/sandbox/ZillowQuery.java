package com.aiqleads.local.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a search asks for: a part of the map, a page of it, and whose homes.
record ZillowQuery(
    double north, double south, double east, double west, int page, boolean byOwnersOnly) {

  private static final Pattern PAGE = Pattern.compile("\"currentPage\"\\s*:\\s*(\\d{1,4})");
  private static final Pattern BY_OWNER = filter("isForSaleByOwner", "true");
  private static final Pattern NOT_BY_AGENT = filter("isForSaleByAgent", "false");

  /// Of the text of a state; what it does not say is everything.
  static ZillowQuery of(String state, int page, boolean byOwnersOnly) {
    Matcher asked = PAGE.matcher(state);
    boolean filtered = BY_OWNER.matcher(state).find() && NOT_BY_AGENT.matcher(state).find();
    return new ZillowQuery(
        edge(state, "north", 90),
        edge(state, "south", -90),
        edge(state, "east", 180),
        edge(state, "west", -180),
        asked.find() ? Integer.parseInt(asked.group(1)) : page,
        byOwnersOnly || filtered);
  }

  boolean holds(Home home) {
    return home.place().latitude() <= north
        && home.place().latitude() >= south
        && home.place().longitude() <= east
        && home.place().longitude() >= west;
  }

  boolean isBounded() {
    return north < 90;
  }

  private static double edge(String state, String name, double otherwise) {
    Matcher edge =
        Pattern.compile("\"" + name + "\"\\s*:\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)").matcher(state);
    return edge.find() ? Double.parseDouble(edge.group(1)) : otherwise;
  }

  private static Pattern filter(String name, String value) {
    return Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\\{\\s*\"value\"\\s*:\\s*)?" + value);
  }
}
