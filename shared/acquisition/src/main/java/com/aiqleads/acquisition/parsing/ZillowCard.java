package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.kernel.Money;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One home as a search draws it. The site draws the first few before its scripts run, and those
/// only: the rest is in its data alone.
///
/// @param text what the card says, with the price
record ZillowCard(
    String url, @Nullable Money price, @Nullable String address, @Nullable String text) {

  /// What the links of a card were called in 2024, and since April 2026.
  private static final String LINKS =
      "a[data-test=property-card-link], a[data-test=property-card-title-link],"
          + " a[data-test=property-card-address-link], a[data-testid=property-card-link],"
          + " a[data-testid=property-card-title-link], a[data-testid=property-card-address-link]";

  private static final String CARD =
      "article, [data-test=property-card], [data-testid=property-card],"
          + " [class*=PropertyCardInventoryBox]";
  private static final String PRICE =
      "[data-test=property-card-price], [data-testid=property-card-price], [class*=PriceLine] span";
  private static final String ADDRESS =
      "address, [data-test=property-card-addr], [data-testid=property-card-addr]";
  private static final int MAX_LINKS = 300;
  private static final int MAX_LEVELS = 12;
  private static final int MAX_LINKS_OF_CARD = 50;
  private static final int MAX_TEXT_ELEMENTS = 200;

  /// By the id in their links, in the order of the page.
  static Map<String, ZillowCard> in(Document document) {
    Map<String, ZillowCard> byId = new LinkedHashMap<>();
    Set<Element> seen = new HashSet<>();
    document.select(Html.css(LINKS)).stream()
        .limit(MAX_LINKS)
        .forEach(
            link -> {
              String id = ZillowLink.zpid(link.attr("href"));
              Element card = cardAround(link);
              if (id != null && card != null && seen.add(card) && isAlone(id, card)) {
                byId.putIfAbsent(id, of(link, card));
              }
            });
    return byId;
  }

  private static @Nullable Element cardAround(Element link) {
    Element around = link.parent();
    for (int level = 0; level < MAX_LEVELS && around != null; level++) {
      if (around.is(Html.css(CARD))) {
        return around;
      }
      around = around.parent();
    }
    return null;
  }

  /// A block about several homes is nobody's card.
  private static boolean isAlone(String id, Element card) {
    Set<String> ids =
        card.select(Html.css("a[href*=_zpid]")).stream()
            .limit(MAX_LINKS_OF_CARD)
            .map(link -> ZillowLink.zpid(link.attr("href")))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return ids.equals(Set.of(id)) && card.getAllElements().size() <= MAX_TEXT_ELEMENTS;
  }

  private static ZillowCard of(Element link, Element card) {
    Element price = card.selectFirst(Html.css(PRICE));
    return new ZillowCard(
        WebAddress.of(card.baseUri(), link.attr("href").strip())
            .map(URI::toASCIIString)
            .orElse(card.baseUri()),
        ZillowText.price(priceText(price)),
        CraigslistText.line(card.selectFirst(Html.css(ADDRESS))),
        facts(card));
  }

  /// Without the button about fees that can stand inside.
  static @Nullable String priceText(@Nullable Element price) {
    if (price == null) {
      return null;
    }
    Element bare = price.clone();
    bare.select(Html.css("button")).remove();
    return CraigslistText.line(bare);
  }

  /// Rooms and size, one after another; not the price, whose figures are none of these.
  private static @Nullable String facts(Element card) {
    String facts =
        card
            .select(
                Html.css(
                    "li, [data-test=property-card-details], [data-testid=property-card-details]"))
            .stream()
            .map(Element::text)
            .distinct()
            .collect(Collectors.joining(" "));
    return facts.isEmpty() ? null : Figures.shortened(facts, Bounds.MAX_LINE_LENGTH);
  }

  RawAddress rawAddress() {
    return ZillowText.address(address);
  }
}
