package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page of craigslist's search: its rows in the order of the page, each with what the page's
/// linked data says of the same posting. That data names no id and lacks some rows, so it is joined
/// by walking both in order.
///
/// @param hasContainer whether the page has the place where rows would stand
/// @param dataItems of how many postings the linked data speaks
/// @param crowded whether there were more than any true page has, and the rest was left
/// @param state what the page is, once that has been told
public record CraigslistResults(
    List<Row> rows, boolean hasContainer, int dataItems, boolean crowded, PageState state) {

  /// The site sends 266 to 360.
  public static final int MAX_ROWS = 500;

  private static final String STATIC_ROWS = "li.cl-static-search-result";
  private static final String GRID_ROWS = "[data-pid].cl-search-result, .gallery-card[data-pid]";
  private static final String ROWS_OF_2016 = "li.result-row";
  private static final String ROWS_OF_2009 = "p.row";
  private static final String ANY_GRID_ROW = "[data-pid]";
  private static final String CONTAINER =
      "ol.cl-static-search-results, .cl-static-search-results, #search-results,"
          + " .cl-search-results, ul.rows";
  private static final String TITLE =
      ".title, a.posting-title .label, .result-title, .pl a, a.titlestring";
  private static final String PRICE = ".price, .priceinfo, .result-price";
  private static final String PLACE = ".location, .result-location, .result-hood, .pnr small";
  private static final String ROOMS = ".housing, .housing-meta, .post-bedrooms, .meta";
  private static final int MAX_LINKS_OF_ROW = 20;
  private static final int MAX_HEADING = Bounds.MAX_HEADING_LENGTH;
  private static final String POSTED = "time[datetime], .result-posted-date[datetime]";
  private static final Pattern LEAD =
      Pattern.compile(
          "^\\$[\\d,]{1,14}(?:\\s?/\\s?\\d{1,2}br)?(?:\\s?-\\s?\\d{2,6}ft²?)?\\s?-\\s?");

  /// One posting as a search shows it.
  ///
  /// @param url where the posting is
  /// @param number its number, where the page tells
  /// @param token its token, where the address has one
  public record Row(
      String url,
      @Nullable String number,
      @Nullable String token,
      String title,
      @Nullable Money price,
      @Nullable String place,
      @Nullable LocalDate postedOn,
      @Nullable GeoPoint point,
      RawAddress address,
      Property property,
      List<String> images) {

    public Row {
      images = List.copyOf(images);
    }

    /// The id that the site goes by wherever it gives one.
    public @Nullable String id() {
      return number == null ? token : number;
    }
  }

  public CraigslistResults {
    rows = List.copyOf(rows);
  }

  /// Empty if the page is larger than any that a person could read.
  public static Optional<CraigslistResults> of(String page, String url) {
    Scripts scripts = Scripts.of(page);
    return Html.parse(scripts.markup(), url)
        .map(document -> of(document, scripts).toldBy(page, document));
  }

  /// What keeps the page from showing rows; empty if it shows some.
  public Optional<PageRefusal> refusal() {
    return rows.isEmpty() && state != PageState.CONTENT
        ? Optional.of(PageRefusal.of(state))
        : Optional.empty();
  }

  private CraigslistResults toldBy(String page, Document document) {
    PageState told = CraigslistPageState.of(page, document, this);
    return new CraigslistResults(rows, hasContainer, dataItems, crowded, told);
  }

  static CraigslistResults of(Document document, Scripts scripts) {
    List<Element> elements = elements(document);
    List<Shown> shown = elements.stream().limit(MAX_ROWS).map(Shown::of).toList();
    List<Named> named = items(scripts).stream().map(Named::of).toList();
    int[] partners = Alignment.of(shown, named, Shown::isSameAs);
    return new CraigslistResults(
        IntStream.range(0, shown.size())
            .mapToObj(at -> row(shown.get(at), data(named, partners[at])))
            .toList(),
        document.selectFirst(CONTAINER) != null,
        named.size(),
        elements.size() > MAX_ROWS,
        PageState.UNKNOWN);
  }

  /// A row, with what it has in common with its item of the linked data.
  private record Shown(Element row, String title, String letters, @Nullable Money price) {

    static Shown of(Element row) {
      String title = titleOf(row);
      return new Shown(row, title, CraigslistText.letters(title), priceOf(row));
    }

    /// The same title, and not two prices: several postings may have one title.
    boolean isSameAs(Named item) {
      boolean onePrice = price == null || item.price == null || price.equals(item.price);
      return onePrice && letters.equals(item.letters);
    }
  }

  private record Named(CraigslistData data, String letters, @Nullable Money price) {

    static Named of(Json item) {
      CraigslistData data = new CraigslistData(item);
      return new Named(data, CraigslistText.letters(data.name()), data.price());
    }
  }

  private static CraigslistData data(List<Named> named, int partner) {
    return partner == Alignment.NONE ? CraigslistData.NONE : named.get(partner).data();
  }

  /// Of the first shape that the page has; an element without the address of a posting is no row.
  private static List<Element> elements(Document document) {
    return Stream.of(STATIC_ROWS, GRID_ROWS, ROWS_OF_2016, ROWS_OF_2009, ANY_GRID_ROW)
        .map(shape -> document.select(shape).stream().filter(row -> link(row) != null).toList())
        .filter(rows -> !rows.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Json> items(Scripts scripts) {
    return scripts
        .linkedData("ld_searchpage_results")
        .or(() -> itemList(scripts))
        .map(list -> list.get("itemListElement").elements())
        .orElseGet(Stream::empty)
        .map(element -> element.get("item"))
        .filter(item -> item.get("name").text() != null)
        .limit(MAX_ROWS)
        .toList();
  }

  private static Optional<Json> itemList(Scripts scripts) {
    return scripts.scripts().stream()
        .filter(Scripts.Script::isLinkedData)
        .flatMap(script -> Json.parse(script.text()).stream())
        .filter(value -> "ItemList".equals(value.get("@type").text()))
        .findFirst();
  }

  private static Row row(Shown shown, CraigslistData data) {
    Element row = shown.row();
    String url = Objects.requireNonNullElse(link(row), row.baseUri());
    CraigslistLink ids = CraigslistLink.in(url);
    String number = digits(row.attr("data-pid"));
    return new Row(
        url,
        number == null ? ids.number() : number,
        ids.token(),
        shown.title(),
        shown.price() == null ? data.price() : shown.price(),
        place(row),
        CraigslistText.date(row.select(POSTED).attr("datetime")),
        data.point() == null
            ? CraigslistText.point(row.attr("data-latitude"), row.attr("data-longitude"))
            : data.point(),
        data.address(),
        property(row, data),
        images(row, data));
  }

  private static List<String> images(Element row, CraigslistData data) {
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

  private static @Nullable String link(Element row) {
    return row.select("a[href]").stream()
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
    return row.select("a[href]").stream()
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

  private static @Nullable String place(Element row) {
    String place = text(row, PLACE);
    String written = place == null && isOld(row) ? text(row, "font") : place;
    boolean bracketed = written != null && written.startsWith("(") && written.endsWith(")");
    String bare =
        written != null && bracketed ? written.substring(1, written.length() - 1).strip() : written;
    return bare == null || bare.isEmpty() ? null : bare;
  }

  private static Property property(Element row, CraigslistData data) {
    String shown = text(row, ROOMS);
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

  /// Until about 2013 a row was a paragraph, its price and rooms part of its words.
  private static boolean isOld(Element row) {
    return row.normalName().equals("p");
  }

  private static @Nullable String text(Element row, String selector) {
    return CraigslistText.line(row.selectFirst(selector));
  }
}
