package com.aiqleads.acquisition.parsing;

import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What the markup of an advertisement's page shows of it, for whoever looks at it without its
/// data. The site changes its classes all the time; what it tells readers of screens stays. What
/// belongs to other advertisements is dropped first.
///
/// @param price as it is written
/// @param facts rooms and size, one after another
record FacebookDrawn(
    @Nullable String title,
    @Nullable String price,
    @Nullable String facts,
    @Nullable String description,
    @Nullable String seller,
    @Nullable String sellerId) {

  static final FacebookDrawn NONE = new FacebookDrawn(null, null, null, null, null, null);

  static final String GRID = "[aria-label=\"Collection of Marketplace items\"]";

  private static final String PROFILES = "a[href*=/marketplace/profile]";
  private static final String DESCRIPTION = "description";
  private static final Pattern FACT =
      Pattern.compile(
          "(?:studio|\\d{1,2} (?:bed|bath)(?:room)?s?|\\d{1,2}\\.5 bath(?:room)?s?)"
              + "(?: ?[·,] ?\\d{1,2}(?:\\.5)? bath(?:room)?s?)?"
              + "|[\\d,]{2,9} ?(?:square feet|sq\\.? ?ft|m²)",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_FACT_LENGTH = 40;
  private static final int MAX_ELEMENTS = 20_000;
  private static final int MAX_FACTS = 10;
  private static final int MAX_FOREIGN = 500;
  private static final int MAX_HEADINGS = 50;

  static FacebookDrawn of(@Nullable Document document, String id) {
    if (document == null || isOfAnother(document, id)) {
      return NONE;
    }
    dropForeign(document, id);
    Element heading = document.select(Html.css("h1")).last();
    if (heading == null) {
      return NONE;
    }
    Element price = heading.nextElementSibling();
    Element profile = onlyProfile(document);
    return new FacebookDrawn(
        FacebookText.heading(heading.text()),
        CraigslistText.line(price),
        facts(document),
        description(document),
        profile == null ? null : CraigslistText.line(profile),
        profile == null ? null : FacebookLink.profile(profile.attr("href")));
  }

  private static boolean isOfAnother(Document document, String id) {
    String canonical = FacebookLink.item(canonical(document));
    return canonical != null && !canonical.equals(id);
  }

  /// The address that the page says it has.
  static @Nullable String canonical(@Nullable Document document) {
    Element link = document == null ? null : document.selectFirst(Html.css("link[rel=canonical]"));
    return link == null ? null : link.attr("href");
  }

  private static void dropForeign(Document document, String id) {
    document.select(Html.css(GRID)).remove();
    Kept kept = new Kept(document);
    Element heading = document.select(Html.css("h1")).last();
    if (heading != null) {
      kept.add(heading);
    }
    document.select(Html.css("a[href*=/marketplace/item/]")).stream()
        .limit(MAX_FOREIGN)
        .filter(link -> isOther(link, id))
        .toList()
        .forEach(kept::dropAround);
  }

  private static boolean isOther(Element link, String id) {
    String other = FacebookLink.item(link.attr("href"));
    return other != null && !other.equals(id);
  }

  /// Each stands in an element of its own.
  private static @Nullable String facts(Document document) {
    String facts =
        document.body().stream()
            .limit(MAX_ELEMENTS)
            .filter(element -> !element.nameIs("h1"))
            .map(Element::ownText)
            .map(String::strip)
            .filter(text -> text.length() <= MAX_FACT_LENGTH && FACT.matcher(text).matches())
            .distinct()
            .limit(MAX_FACTS)
            .collect(Collectors.joining(", "));
    return facts.isEmpty() ? null : facts;
  }

  /// What follows the heading of that name, or stands beside what it stands in.
  private static @Nullable String description(Document document) {
    Element heading =
        document.select(Html.css("h2")).stream()
            .limit(MAX_HEADINGS)
            .filter(each -> FacebookText.lower(each.text()).strip().equals(DESCRIPTION))
            .findFirst()
            .orElse(null);
    for (Element at = heading; at != null && !at.nameIs("body"); at = at.parent()) {
      Element next = at.nextElementSibling();
      if (next != null && next.hasText()) {
        return String.join("\n", Lines.of(next));
      }
    }
    return null;
  }

  private static @Nullable Element onlyProfile(Document document) {
    List<Element> named =
        document.select(Html.css(PROFILES)).stream()
            .limit(MAX_HEADINGS)
            .filter(link -> CraigslistText.line(link) != null)
            .toList();
    boolean one =
        named.stream().map(link -> FacebookLink.profile(link.attr("href"))).distinct().count() == 1;
    return one ? named.getFirst() : null;
  }

  /// Whether it shows enough to be a home's page.
  boolean isHome() {
    return title != null && price != null && facts != null;
  }

  @Nullable Money money() {
    return FacebookText.price(price);
  }

  @Nullable Integer bedrooms() {
    return FacebookText.bedrooms(facts);
  }

  @Nullable BigDecimal bathrooms() {
    return ZillowText.bathrooms(facts);
  }

  @Nullable Integer area() {
    return FacebookText.area(facts);
  }

  boolean isRent() {
    return FacebookText.isRent(Objects.requireNonNullElse(price, ""));
  }
}
