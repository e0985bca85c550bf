package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/// Pages of results in the shape of 2016.
record OldCraigslistResults(boolean reduced) {

  String page(List<Home> found) {
    String rows = found.stream().map(this::row).collect(Collectors.joining("\n"));
    return Html.page("real estate - by owner", "", "<ul class=\"rows\">\n" + rows + "\n</ul>");
  }

  private String row(Home home) {
    return """
        <li class="result-row" data-pid="%d"><p class="result-info">
        <time class="result-date" datetime="%s 09:30">then</time>
        <a href="%s" class="result-title hdrlnk">%s</a>
        <span class="result-price">%s</span>
        <span class="housing">%dbr - %dft<sup>2</sup> -</span>
        <span class="result-hood"> (%s)</span></p></li>"""
        .formatted(
            home.ids().craigslist(),
            home.listedOn(),
            CraigslistTokens.oldPath(home),
            Html.escaped(CraigslistWords.title(home)),
            CraigslistPage.price(home, reduced),
            home.rooms().bedrooms(),
            home.rooms().squareFeet(),
            Html.escaped(home.place().area().city()));
  }
}
