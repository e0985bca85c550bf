package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.kernel.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One advertisement as a search draws it: a link with a few lines of text, whose classes say
/// nothing and change all the time.
///
/// @param texts the lines, the price first
record FacebookCard(List<String> texts) {

  private static final String LINKS =
      FacebookDrawn.GRID + " a[href*=/marketplace/item/], [role=main] a[href*=/marketplace/item/]";
  private static final int MAX_LINKS = 300;
  private static final int MAX_TEXTS = 12;

  FacebookCard {
    texts = List.copyOf(texts);
  }

  /// By the id in their links, in the order of the page.
  static Map<String, FacebookCard> in(Document document) {
    Map<String, FacebookCard> byId = new LinkedHashMap<>();
    document.select(Html.css(LINKS)).stream()
        .limit(MAX_LINKS)
        .forEach(
            link -> {
              String id = FacebookLink.item(link.attr("href"));
              List<String> texts = texts(link);
              if (id != null && !texts.isEmpty()) {
                byId.putIfAbsent(id, new FacebookCard(texts));
              }
            });
    return byId;
  }

  private static List<String> texts(Element link) {
    return link.stream()
        .map(Element::ownText)
        .map(FacebookText::heading)
        .filter(Objects::nonNull)
        .limit(MAX_TEXTS)
        .toList();
  }

  @Nullable Money price() {
    return FacebookText.price(texts.getFirst());
  }

  /// The first line that is neither a price nor a place.
  @Nullable String title() {
    return texts.stream()
        .filter(text -> !text.contains("$"))
        .filter(text -> FacebookText.place(text).equals(RawAddress.UNKNOWN))
        .findFirst()
        .orElse(null);
  }

  RawAddress place() {
    return texts.stream()
        .map(FacebookText::place)
        .filter(place -> !place.equals(RawAddress.UNKNOWN))
        .reduce((_, last) -> last)
        .orElse(RawAddress.UNKNOWN);
  }

  String facts() {
    return texts.stream().skip(1).collect(Collectors.joining(", "));
  }
}
