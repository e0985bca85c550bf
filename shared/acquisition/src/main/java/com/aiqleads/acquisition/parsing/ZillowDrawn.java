package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What the markup of a home's page says of it. Pages draw other homes in the same classes: what
/// stands in a block with a link to another home is not looked at, and what then says two things
/// says nothing.
record ZillowDrawn(
    @Nullable Money price, RawAddress address, @Nullable String facts, List<String> ownerPhones) {

  static final ZillowDrawn NONE = new ZillowDrawn(null, RawAddress.UNKNOWN, null, List.of());

  private static final String PRICE = "[data-testid=price], [data-test=price]";
  private static final String FACTS =
      "[data-testid=bed-bath-sqft-fact-container], [data-testid=bed-bath-item],"
          + " [data-test=bed-bath-item]";
  private static final Pattern OWNER =
      Pattern.compile(
          "Listed by:?\\s{0,3}(?:Property )?Owner:?\\s{0,3}"
              + "(\\(?\\d{3}\\)?[ .-]{0,2}\\d{3}[ .-]\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_ELEMENTS = 100;
  private static final int MAX_LEVELS = 12;
  private static final int MAX_FOREIGN = 500;

  ZillowDrawn {
    ownerPhones = List.copyOf(ownerPhones);
  }

  static ZillowDrawn of(@Nullable Document document, String zpid) {
    if (document == null || isOfAnother(document, zpid)) {
      return NONE;
    }
    Set<Element> foreign = foreign(document, zpid);
    return new ZillowDrawn(
        only(document, PRICE, foreign, element -> ZillowText.price(ZillowCard.priceText(element))),
        ZillowText.address(only(document, "h1", foreign, CraigslistText::line)),
        facts(document, foreign),
        phones(document));
  }

  private static boolean isOfAnother(Document document, String zpid) {
    String canonical = canonical(document);
    return canonical != null && !canonical.equals(zpid);
  }

  /// The home that the page says it is about.
  static @Nullable String canonical(@Nullable Document document) {
    Element link = document == null ? null : document.selectFirst(Html.css("link[rel=canonical]"));
    return link == null ? null : ZillowLink.zpid(link.attr("href"));
  }

  /// The elements around links to other homes, but not those that hold the page's own heading.
  private static Set<Element> foreign(Document document, String zpid) {
    Set<Element> own = new HashSet<>();
    for (Element at = document.selectFirst(Html.css("h1"));
        at != null && own.add(at);
        at = at.parent()) {}
    Set<Element> foreign = new HashSet<>();
    document.select(Html.css("a[href*=_zpid]")).stream()
        .limit(MAX_FOREIGN)
        .filter(link -> isOther(link, zpid))
        .forEach(
            link -> {
              Element at = link;
              for (int level = 0; level < MAX_LEVELS && at != null && !own.contains(at); level++) {
                foreign.add(at);
                at = at.parent();
              }
            });
    return foreign;
  }

  private static boolean isOther(Element link, String zpid) {
    String id = ZillowLink.zpid(link.attr("href"));
    return id != null && !id.equals(zpid);
  }

  private static boolean isIn(Set<Element> foreign, Element element) {
    Element at = element;
    for (int level = 0; level < 2 * MAX_LEVELS && at != null; level++) {
      if (foreign.contains(at)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private static <T> @Nullable T only(
      Document document,
      String selector,
      Set<Element> foreign,
      Function<Element, @Nullable T> reading) {
    Set<T> said =
        document.select(Html.css(selector)).stream()
            .limit(MAX_ELEMENTS)
            .filter(element -> !isIn(foreign, element))
            .map(reading)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return said.size() == 1 ? said.iterator().next() : null;
  }

  private static @Nullable String facts(Document document, Set<Element> foreign) {
    String facts =
        document.select(Html.css(FACTS)).stream()
            .limit(MAX_ELEMENTS)
            .filter(element -> !isIn(foreign, element))
            .map(CraigslistText::line)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return facts.isEmpty() ? null : Figures.shortened(facts, Bounds.MAX_LINE_LENGTH);
  }

  private static List<String> phones(Document document) {
    Matcher owner = OWNER.matcher(document.body().text());
    return owner.results().limit(MAX_ELEMENTS).map(found -> found.group(1)).distinct().toList();
  }

  @Nullable Integer bedrooms() {
    return ZillowText.bedrooms(facts);
  }

  @Nullable BigDecimal bathrooms() {
    return ZillowText.bathrooms(facts);
  }

  @Nullable Integer area() {
    return ZillowText.area(facts);
  }
}
