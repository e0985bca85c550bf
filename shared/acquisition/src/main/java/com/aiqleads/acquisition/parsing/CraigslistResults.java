package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

  /// What a page of a posting is instead, where the site does not want us.
  public static Optional<PageRefusal> obstacle(String page, String url) {
    return of(page, url).flatMap(CraigslistResults::refusal).filter(PageRefusal::isUnwelcome);
  }

  private CraigslistResults toldBy(String page, Document document) {
    PageState told = CraigslistPageState.of(page, document, this);
    return new CraigslistResults(rows, hasContainer, dataItems, crowded, told);
  }

  static CraigslistResults of(Document document, Scripts scripts) {
    List<Linked> elements = elements(document);
    List<Shown> shown = elements.stream().limit(MAX_ROWS).map(Shown::of).toList();
    List<Named> named = items(scripts).stream().map(Named::of).toList();
    int[] partners = Alignment.of(shown, named, Shown::isSameAs);
    return new CraigslistResults(
        IntStream.range(0, shown.size())
            .mapToObj(at -> shown.get(at).row().with(data(named, partners[at])))
            .toList(),
        document.selectFirst(Html.css(CONTAINER)) != null,
        named.size(),
        elements.size() > MAX_ROWS,
        PageState.UNKNOWN);
  }

  /// An element, with the address of its posting.
  private record Linked(Element row, String url) {

    static Stream<Linked> of(Element row) {
      return Stream.ofNullable(CraigslistRow.link(row)).map(url -> new Linked(row, url));
    }
  }

  /// A row, with what it has in common with its item of the linked data.
  private record Shown(CraigslistRow row, String letters) {

    static Shown of(Linked element) {
      CraigslistRow row = CraigslistRow.of(element.row(), element.url());
      return new Shown(row, CraigslistText.letters(row.title()));
    }

    /// The same title, and not two prices: several postings may have one title.
    boolean isSameAs(Named item) {
      Money price = row.price();
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
  private static List<Linked> elements(Document document) {
    return Stream.of(STATIC_ROWS, GRID_ROWS, ROWS_OF_2016, ROWS_OF_2009, ANY_GRID_ROW)
        .map(shape -> document.select(Html.css(shape)).stream().flatMap(Linked::of).toList())
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
}
