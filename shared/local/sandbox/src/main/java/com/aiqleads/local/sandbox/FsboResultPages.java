package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/// The home page with its search form, and the pages of results, in both layouts.
final class FsboResultPages {

  private static final int PAGE_SIZE = 25;
  private static final int PREVIEW_EVERY = 97;
  private static final String SEARCH = FsboSite.PREFIX + "/listings/search/search/";

  private final List<Home> homes;

  FsboResultPages(List<Home> homes) {
    this.homes = homes;
  }

  String home(String formKey, boolean old) {
    return Html.page(
        "For sale by owner",
        "",
        """
        <h1>Homes for sale by owner</h1>
        <form id="%s" action="%s" method="post">
          <input name="form_key" type="hidden" value="%s">
          <input name="searchQuery" placeholder="City, ST"><input name="radius" value="50">
        </form>
        <p><a href="/fsbo/account/login/">Sign in</a></p>
        """
            .formatted(old ? "submitstate" : "search-form", SEARCH, formKey));
  }

  String nothing() {
    return Html.page(
        "No results",
        "",
        "<div class=\"listings\"></div><p class=\"notice\">No listings found.</p>");
  }

  String page(Metro metro, int page, String formKey, boolean old) {
    List<Home> found = homes.stream().filter(home -> home.place().metro() == metro).toList();
    String rows =
        found.stream()
            .skip((long) (page - 1) * PAGE_SIZE)
            .limit(PAGE_SIZE)
            .map(home -> row(home, old))
            .collect(Collectors.joining("\n"));
    String next = page * PAGE_SIZE >= found.size() ? "" : next(metro, page + 1, formKey, old);
    String title = "Homes for sale by owner near " + metro.city + ", " + metro.state;
    return Html.page(
        title,
        "",
        "<h1>%s</h1>\n<p class=\"amount\">%d homes</p>\n<div class=\"listings\">\n%s\n</div>\n%s"
            .formatted(title, found.size(), rows, next));
  }

  private static String row(Home home, boolean old) {
    String address = FsboPage.detailPath(home);
    if (home.number() % PREVIEW_EVERY == 0) {
      address += "preview/";
    }
    String shape =
        old
            ? "<tr class=\"result\"><td><a href=\"%s\">%s</a></td><td class=\"price\">%s</td></tr>"
            : "<div class=\"listing\"><div class=\"listing-right\"><a href=\"%s\">%s</a>"
                + "<span class=\"price\">%s</span></div></div>";
    String title =
        home.rooms().bedrooms()
            + " bed "
            + home.rooms().kind().fsboWords
            + " in "
            + home.place().area().city();
    return shape.formatted(address, Html.escaped(title), FsboPage.price(home, false));
  }

  private static String next(Metro metro, int page, String formKey, boolean old) {
    String query = metro.city + ", " + metro.state;
    return old
        ? """
          <form id="pagingForm" action="%s" method="post">
            <input name="form_key" type="hidden" value="%s">
            <input name="searchQuery" type="hidden" value="%s">
            <input name="page" type="hidden" value="%d"><input name="size" type="hidden" value="25">
            <input name="sort" type="hidden" value="distance asc">
          </form><a class="nextPage" href="#">Next</a>
          """
            .formatted(SEARCH, formKey, query, page)
        : "<a class=\"action next\" href=\"%s?searchQuery=%s&amp;radius=50&amp;page=%d\">Next</a>"
            .formatted(SEARCH, query.replace(", ", "%2C+"), page);
  }
}
