package com.aiqleads.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The site in the manner of craigslist: searches by area that show no more than so many rows,
/// whichever page is asked for, and postings, which today have a token for an address and once had
/// a number; both lead to the posting.
final class CraigslistSite {

  static final String PREFIX = "/craigslist";

  /// The site's own is between 266 and 360.
  static final int MAX_ROWS = 300;

  private static final Pattern SEARCH = Pattern.compile("/search/(?:area|subarea)/([a-z]{2,40})");
  private static final Pattern POSTING =
      Pattern.compile("/view/d/[a-z0-9-]{1,80}/([A-Za-z0-9_-]{22})");
  private static final Pattern OLD_POSTING =
      Pattern.compile("/[a-z]{3}/reo/d/[a-z0-9-]{1,80}/(\\d{10})\\.html");
  private static final int UNPAINTED_EVERY = 4;
  private static final int SHAPE_OF_2023_EVERY = 10;

  private final List<Home> homes;
  private final Map<String, Home> byToken = new LinkedHashMap<>();
  private final Map<String, Home> byNumber = new LinkedHashMap<>();
  private final Set<String> painted = ConcurrentHashMap.newKeySet();
  private final Faults faults;
  private final CraigslistTokens tokens;

  CraigslistSite(List<Home> homes, Faults faults, long seed) {
    this.homes = homes.stream().filter(Home::onCraigslist).toList().reversed();
    this.faults = faults;
    this.tokens = new CraigslistTokens(seed);
    for (Home home : this.homes) {
      byToken.put(tokens.of(home), home);
      byNumber.put(String.valueOf(home.ids().craigslist()), home);
    }
  }

  Answer answer(Request request) {
    String path = request.path().substring(PREFIX.length());
    Matcher search = SEARCH.matcher(path);
    if (search.matches()) {
      return search(search.group(1), request);
    }
    Matcher posting = POSTING.matcher(path);
    if (posting.matches()) {
      return posting(Optional.ofNullable(byToken.get(posting.group(1))));
    }
    Matcher old = OLD_POSTING.matcher(path);
    return old.matches()
        ? posting(Optional.ofNullable(byNumber.get(old.group(1))))
        : Answer.notFound();
  }

  /// Of the filters those for the price; a page's number is taken and means nothing.
  private Answer search(String area, Request request) {
    Map<String, String> filters = request.form();
    int min = dollars(filters.getOrDefault("min_price", ""), 0);
    int max = dollars(filters.getOrDefault("max_price", ""), Integer.MAX_VALUE);
    boolean priced = filters.containsKey("min_price") || filters.containsKey("max_price");
    boolean reduced = faults.isOn(Fault.REPRICE);
    List<Home> found =
        homes.stream()
            .filter(home -> home.place().metro().craigslistArea().equals(area))
            .filter(home -> !priced || home.flaw() != Flaw.NO_PRICE)
            .filter(home -> !priced || isWithin(Prices.of(home, reduced), min, max))
            .limit(MAX_ROWS)
            .toList();
    if (faults.isOn(Fault.OLD_LAYOUT)) {
      return Answer.html(new OldCraigslistResults(reduced).page(found));
    }
    CraigslistResultPages pages = new CraigslistResultPages(tokens, reduced);
    return Answer.html(pages.page(found, isUndrawn(area + filters)));
  }

  /// Some searches come without their rows when they are asked for first.
  private boolean isUndrawn(String search) {
    return Math.floorMod(search.hashCode(), UNPAINTED_EVERY) == 0 && painted.add(search);
  }

  private static boolean isWithin(int price, int min, int max) {
    return price >= min && price <= max;
  }

  private static int dollars(String text, int otherwise) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private Answer posting(Optional<Home> found) {
    if (found.isEmpty()) {
      return Answer.notFound();
    }
    Home home = found.get();
    if (home.flaw() == Flaw.EXPIRED) {
      return expired(home);
    }
    boolean reduced = faults.isOn(Fault.REPRICE);
    boolean old = faults.isOn(Fault.OLD_LAYOUT) || home.number() % SHAPE_OF_2023_EVERY == 7;
    CraigslistPage page = new CraigslistPage(tokens, neighbour(home), reduced);
    String html = old ? OldCraigslistPage.of(home, tokens, reduced) : page.of(home);
    return Revisits.marked(Answer.html(home.flaw() == Flaw.MALFORMED ? torn(html) : html), home);
  }

  /// Half of them say so in words, the other half are not found.
  private static Answer expired(Home home) {
    return home.number() % 2 == 0
        ? Answer.notFound()
        : Answer.html(
            Html.page(
                "craigslist",
                "",
                "<section class=\"body\"><div class=\"removed\"><h2>This posting has expired.</h2>"
                    + "</div></section>"));
  }

  private static String torn(String page) {
    return page.substring(0, page.indexOf("titletextonly") + 30);
  }

  private Home neighbour(Home home) {
    return homes.stream()
        .filter(
            other ->
                other.place().metro() == home.place().metro() && other.number() != home.number())
        .findFirst()
        .orElse(home);
  }
}
