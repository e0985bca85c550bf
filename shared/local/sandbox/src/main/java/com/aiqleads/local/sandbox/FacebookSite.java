package com.aiqleads.local.sandbox;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The site in the manner of Facebook Marketplace, as who is not signed in sees it: searches of 24
/// rows without a second page, pages of advertisements, and for what it does not know a page that
/// says so as if all were well.
final class FacebookSite {

  static final String PREFIX = "/facebook";
  static final int PAGE_SIZE = 24;

  private static final Pattern SEARCH =
      Pattern.compile("/marketplace/([a-z-]{2,40})/(?:search|propertyforsale)/?");
  private static final Pattern PLACE = Pattern.compile("/marketplace/([a-z-]{2,40})/?");
  private static final Pattern ITEM = Pattern.compile("/marketplace/item/(\\d{1,20})/?");
  private static final long FIRST_BOAT = 869_000_000_000_000L;
  private static final List<Metro> METROS = List.of(Metro.values());
  private static final int BOAT_DOLLARS = 48_000;
  private static final int SHAPE_OF_2024_EVERY = 10;

  private final List<Home> homes;
  private final Map<String, Home> byId = new LinkedHashMap<>();
  private final Faults faults;

  FacebookSite(List<Home> homes, Faults faults) {
    this.homes =
        homes.stream()
            .filter(Home::onFacebook)
            .sorted(Comparator.comparing(Home::listedOn).reversed().thenComparing(Home::number))
            .toList();
    this.faults = faults;
    this.homes.forEach(home -> byId.put(String.valueOf(home.ids().facebook()), home));
  }

  Answer answer(Request request) {
    String path = request.path().substring(PREFIX.length());
    Matcher item = ITEM.matcher(path);
    if (item.matches()) {
      return item(item.group(1));
    }
    Matcher search = SEARCH.matcher(path);
    if (search.matches()) {
      return search(search.group(1), request.form());
    }
    return PLACE.matcher(path).matches() ? bare(FacebookBlocks.HOME) : bare(FacebookBlocks.ERROR);
  }

  /// Neither has anything that is for sale.
  private Answer bare(String route) {
    return Answer.html(blocks().page(route, List.of(), "<h1>Marketplace</h1>"));
  }

  private FacebookBlocks blocks() {
    return new FacebookBlocks(homes.getFirst());
  }

  private Answer search(String place, Map<String, String> filters) {
    int min = dollars(filters.getOrDefault("minPrice", ""), 0);
    int max = dollars(filters.getOrDefault("maxPrice", ""), Integer.MAX_VALUE);
    boolean lost =
        filters.containsKey("daysSinceListed")
            && filters.getOrDefault("sortBy", "").startsWith("price_");
    List<Home> found =
        homes.stream()
            .filter(home -> !lost && home.place().metro().craigslistArea().equals(place))
            .filter(home -> isWithin(price(home), min, max))
            .toList();
    boolean withBoat = !found.isEmpty() && isWithin(BOAT_DOLLARS, min, max);
    int homesShown = withBoat ? PAGE_SIZE - 1 : PAGE_SIZE;
    List<Home> shown = found.stream().limit(homesShown).toList();
    FacebookSearchPage page =
        new FacebookSearchPage(blocks(), reduced(), faults.isOn(Fault.OLD_LAYOUT));
    boolean more = found.size() > shown.size();
    return Answer.html(page.of(shown, more, withBoat ? boat(shown.getFirst().place().metro()) : 0));
  }

  private int price(Home home) {
    return home.flaw() == Flaw.NO_PRICE ? 0 : Prices.of(home, reduced());
  }

  private static boolean isWithin(int price, int min, int max) {
    return price >= min && price <= max;
  }

  private static int dollars(String text, int otherwise) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private static long boat(Metro metro) {
    return FIRST_BOAT + METROS.indexOf(metro);
  }

  private Answer item(String id) {
    FacebookItemPage page = new FacebookItemPage(blocks(), reduced());
    Home home = byId.get(id);
    if (home == null) {
      return METROS.stream()
          .map(FacebookSite::boat)
          .filter(boat -> id.equals(String.valueOf(boat)))
          .findFirst()
          .map(boat -> Answer.html(page.ofBoat(boat)))
          .orElseGet(() -> bare(FacebookBlocks.ERROR));
    }
    if (isTakenDown(home)) {
      return bare(FacebookBlocks.ERROR);
    }
    boolean of2024 = faults.isOn(Fault.OLD_LAYOUT) || home.number() % SHAPE_OF_2024_EVERY == 7;
    String html = of2024 ? page.of2024(home) : page.of(home);
    return Revisits.marked(Answer.html(home.flaw() == Flaw.MALFORMED ? torn(html) : html), home);
  }

  /// Half of what has ended; of the other half the page says so.
  private static boolean isTakenDown(Home home) {
    return home.flaw() == Flaw.EXPIRED && home.number() % 2 == 0;
  }

  private static String torn(String page) {
    return page.substring(0, page.indexOf("creation_time"));
  }

  private boolean reduced() {
    return faults.isOn(Fault.REPRICE);
  }
}
