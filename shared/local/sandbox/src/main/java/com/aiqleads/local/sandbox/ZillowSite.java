package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The site in the manner of Zillow: searches of a part of the map, 41 homes a page and no more
/// than 20 pages, agents' homes and buildings among them, and pages of homes; the data of each is
/// in a script, and of a search also an answer of its own.
final class ZillowSite {

  static final String PREFIX = "/zillow";
  static final int PAGE_SIZE = 41;
  static final int MAX_PAGES = 20;

  private static final Pattern SEARCH =
      Pattern.compile("/(?:homes/)?([a-z]{2,40}-[a-z]{2})(?:_rb)?(/fsbo)?/(?:(\\d{1,3})_p/)?");
  private static final Pattern HOME = Pattern.compile("/homedetails/[^/]{1,200}/(\\d{1,12})_zpid/");
  private static final String ANSWER = "/async-create-search-page-state";
  private static final int SHAPE_OF_2023_EVERY = 10;

  private final List<Home> homes;
  private final Map<String, Home> byId = new LinkedHashMap<>();
  private final Faults faults;

  ZillowSite(List<Home> homes, Faults faults) {
    this.homes = homes.stream().filter(home -> home.onZillow() || home.atAgentOnZillow()).toList();
    this.faults = faults;
    this.homes.forEach(home -> byId.put(String.valueOf(home.ids().zillow()), home));
  }

  Answer answer(Request request) {
    String path = request.path().substring(PREFIX.length());
    if (path.equals(ANSWER) && request.method().equals("PUT")) {
      return Answer.json(state(ZillowQuery.of(request.body(), 1, false), this.homes));
    }
    Matcher search = SEARCH.matcher(path);
    if (search.matches()) {
      return search(search, request);
    }
    Matcher home = HOME.matcher(path);
    return home.matches() ? home(Optional.ofNullable(byId.get(home.group(1)))) : Answer.notFound();
  }

  private Answer search(Matcher search, Request request) {
    int page = search.group(3) == null ? 1 : Integer.parseInt(search.group(3));
    ZillowQuery query =
        ZillowQuery.of(
            request.form().getOrDefault("searchQueryState", ""), page, search.group(2) != null);
    List<Home> market =
        homes.stream().filter(home -> home.place().metro().slug().equals(search.group(1))).toList();
    Map<String, Object> state = state(query, market);
    List<Home> shown = shown(query, found(query, market));
    ZillowSearchPage drawn = new ZillowSearchPage(reduced(), old());
    return Answer.html(drawn.page(search.group(1), state, shown));
  }

  private Map<String, Object> state(ZillowQuery query, List<Home> market) {
    List<Home> found = found(query, market);
    return new ZillowSearchPage(reduced(), old()).state(query, found, shown(query, found), market);
  }

  private static List<Home> found(ZillowQuery query, List<Home> market) {
    return market.stream()
        .filter(query::holds)
        .filter(home -> !query.byOwnersOnly() || home.onZillow())
        .toList();
  }

  /// Past its last page the site shows that one again.
  private static List<Home> shown(ZillowQuery query, List<Home> found) {
    int pages = pages(found.size());
    int page = Math.clamp(query.page(), 1, Math.max(1, pages));
    return found.stream().skip((long) (page - 1) * PAGE_SIZE).limit(PAGE_SIZE).toList();
  }

  static int pages(int found) {
    return Math.min(MAX_PAGES, (found + PAGE_SIZE - 1) / PAGE_SIZE);
  }

  private Answer home(Optional<Home> found) {
    if (found.isEmpty() || isTakenDown(found.get())) {
      return Answer.notFound();
    }
    Home home = found.get();
    boolean of2023 = old() || home.number() % SHAPE_OF_2023_EVERY == 7;
    ZillowHomePage page = new ZillowHomePage(neighbour(home), reduced());
    String html = of2023 ? page.of2023(home) : page.of(home);
    return Revisits.marked(Answer.html(home.flaw() == Flaw.MALFORMED ? torn(html) : html), home);
  }

  /// Half of what has ended; of the other half the page says so.
  private static boolean isTakenDown(Home home) {
    return home.flaw() == Flaw.EXPIRED && home.number() % 2 == 0;
  }

  private static String torn(String page) {
    return page.substring(0, page.indexOf("<script id=") + 300);
  }

  private Home neighbour(Home home) {
    return homes.stream()
        .filter(
            other ->
                other.place().metro() == home.place().metro() && other.number() != home.number())
        .findFirst()
        .orElse(home);
  }

  private boolean reduced() {
    return faults.isOn(Fault.REPRICE);
  }

  private boolean old() {
    return faults.isOn(Fault.OLD_LAYOUT);
  }
}
