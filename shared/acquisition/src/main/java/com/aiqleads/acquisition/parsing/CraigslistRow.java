package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.kernel.Money;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// One row of a search as the page shows it, in any of the shapes that rows have had.
///
/// @param url where its posting is
record CraigslistRow(Element row, String url, String title, @Nullable Money price) {

  private static final String TITLE =
      ".title, a.posting-title .label, .result-title, .pl a, a.titlestring";
  private static final String PRICE = ".price, .priceinfo, .result-price";
  private static final String PLACE = ".location, .result-location, .result-hood, .pnr small";
  private static final List<String> ROOMS =
      List.of(".housing", ".housing-meta", ".post-bedrooms", ".meta");
  private static final String POSTED = "time[datetime], .result-posted-date[datetime]";
  private static final int MAX_LINKS_OF_ROW = 20;
  private static final int MAX_HEADING = Bounds.MAX_HEADING_LENGTH;
  private static final Pattern LEAD =
      Pattern.compile(
          "^\\$[\\d,]{1,14}(?:\\s?/\\s?\\d{1,2}br)?(?:\\s?-\\s?\\d{2,6}ft²?)?\\s?-\\s?");

  static CraigslistRow of(Element row, String url) {
    return new CraigslistRow(row, url, titleOf(row), priceOf(row));
  }

  /// The row with what the page's linked data says of the same posting.
  CraigslistResults.Row with(CraigslistData data) {
    CraigslistLink ids = CraigslistLink.in(url);
    String number = digits(row.attr("data-pid"));
    return new CraigslistResults.Row(
        url,
        number == null ? ids.number() : number,
        ids.token(),
        title,
        data.isForeign() ? null : price == null ? data.price() : price,
        place(),
        CraigslistText.date(row.select(Html.css(POSTED)).attr("datetime")),
        data.point() == null
            ? CraigslistText.point(row.attr("data-latitude"), row.attr("data-longitude"))
            : data.point(),
        data.address(),
        property(data),
        images(data));
  }

  private List<String> images(CraigslistData data) {
    return data.images().stream()
        .limit(Bounds.MAX_PHOTOS)
        .flatMap(image -> WebAddress.of(row.baseUri(), image.replace(" ", "%20")).stream())
        .map(URI::toASCIIString)
        .distinct()
        .toList();
  }

  private static @Nullable String digits(String text) {
    boolean number =
        text.length() >= 6
            && text.length() <= 12
            && text.chars().allMatch(each -> each >= '0' && each <= '9');
    return number ? text : null;
  }

  /// Where its posting is; an element without that is no row.
  static @Nullable String link(Element row) {
    return row.select(Html.css("a[href]")).stream()
        .limit(MAX_LINKS_OF_ROW)
        .filter(link -> CraigslistLink.in(link.attr("href")).id() != null)
        .findFirst()
        .flatMap(link -> WebAddress.of(link.baseUri(), link.attr("href").strip()))
        .map(URI::toASCIIString)
        .orElse(null);
  }

  private static String titleOf(Element row) {
    String title = text(row, TITLE);
    String written = title == null ? Bounds.writable(row.attr("title")).strip() : title;
    String heading = Figures.shortened(written.isEmpty() ? linkText(row) : written, MAX_HEADING);
    Matcher lead = LEAD.matcher(heading);
    String bare = lead.find() ? heading.substring(lead.end()) : heading;
    return bare.endsWith(" -") ? bare.substring(0, bare.length() - 2) : bare;
  }

  /// The words of the link to the posting, as the oldest shape has them.
  private static String linkText(Element row) {
    return row.select(Html.css("a[href]")).stream()
        .map(Element::text)
        .map(String::strip)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static @Nullable Money priceOf(Element row) {
    Money price = CraigslistText.price(text(row, PRICE));
    return price == null && isOld(row) ? CraigslistText.price(CraigslistText.line(row)) : price;
  }

  private @Nullable String place() {
    String place = text(row, PLACE);
    String written = place == null && isOld(row) ? text(row, "font") : place;
    boolean bracketed = written != null && written.startsWith("(") && written.endsWith(")");
    String bare =
        written != null && bracketed ? written.substring(1, written.length() - 1).strip() : written;
    return bare == null || bare.isEmpty() ? null : bare;
  }

  private Property property(CraigslistData data) {
    String shown = rooms();
    String rooms = shown == null && isOld(row) ? CraigslistText.line(row) : shown;
    Integer bedrooms = CraigslistText.bedrooms(rooms);
    return new Property(
        PropertyType.in(data.type()),
        bedrooms == null ? data.bedrooms() : bedrooms,
        data.bathrooms(),
        CraigslistText.area(rooms),
        null,
        null);
  }

  /// What the narrowest element says; the wider one begins with a date, and nothing but a drawn dot
  /// stands between that and the rooms: `9/1` and `3br` would be thirteen.
  private @Nullable String rooms() {
    return ROOMS.stream()
        .flatMap(selector -> Stream.ofNullable(row.selectFirst(Html.css(selector))))
        .findFirst()
        .map(CraigslistRow::parted)
        .map(Bounds::line)
        .orElse(null);
  }

  private static String parted(Element element) {
    return element
        .nodeStream(TextNode.class)
        .map(TextNode::text)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// Until about 2013 a row was a paragraph, its price and rooms part of its words.
  private static boolean isOld(Element row) {
    return row.normalName().equals("p");
  }

  private static @Nullable String text(Element row, String selector) {
    return CraigslistText.line(row.selectFirst(Html.css(selector)));
  }
}
