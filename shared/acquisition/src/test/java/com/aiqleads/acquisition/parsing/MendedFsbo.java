package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.ListingId;
import java.util.Locale;
import java.util.Optional;

/// A later version of a parser, which knows what its site calls the price since it has drifted; and
/// the pages of that site, before and since.
public record MendedFsbo(String className) implements PageParser {

  public static final String VERSION = "fsbo-99";

  private static final String BEFORE = "class=\"price\"";
  private static final String SINCE = "class=\"asking\"";

  public MendedFsbo() {
    this(SINCE);
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public PageReading read(Page page) {
    String text = page.text().replace(className, BEFORE);
    return PageParser.of(Source.FSBO)
        .read(new Page(page.source(), page.url(), text, page.fetchedAt()));
  }

  @Override
  public Optional<ListingId> listingAt(String url) {
    return PageParser.of(Source.FSBO).listingAt(url);
  }

  public static String url(int number) {
    return "https://fsbo.com/listings/listings/show/id/" + (540_000 + number) + "/";
  }

  /// One of as many homes as there are numbers.
  public static String page(int number, boolean drifted) {
    String text =
        Pages.text("fsbo-current.html")
            .replace("546213", String.valueOf(540_000 + number))
            .replace("12 Any Terr", (10 + number) + " Any Terr")
            .replace("33137", String.valueOf(33_130 + number % 9))
            .replace("Bright house near Coral Way", "House " + number + " near Coral Way")
            .replace("$649,900", "$" + (400 + 37 * number % 300) + ",900")
            .replace("<td>3</td>", "<td>" + (2 + number % 4) + "</td>")
            .replace("2 full, 1 half", (1 + number % 3) + " full")
            .replace("1,742", String.format(Locale.ROOT, "%,d", 1_100 + 53 * number % 1_200))
            .replace("1951", String.valueOf(1950 + 7 * number % 60));
    return drifted ? text.replace(BEFORE, SINCE) : text;
  }
}
