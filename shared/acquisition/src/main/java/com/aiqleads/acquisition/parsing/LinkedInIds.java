package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.parsing.Readings.Said;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Which posting an element, a page or a card is about.
final class LinkedInIds {

  private static final String DECORATED = "code#decoratedJobPostingId";
  private static final String URN = "data-entity-urn";
  private static final int MAX_LINKS = 20;

  private LinkedInIds() {}

  /// Of a page: what its address, its hidden number and the link of its title say. Empty if the
  /// address and the number name two postings, or nothing names one.
  static Optional<String> ofPage(LinkedInPage page, Readings readings) {
    String decorated = decorated(page.document());
    String titled = titled(page.document());
    String asked = page.asked();
    if (asked != null && decorated != null && !asked.equals(decorated)) {
      return Optional.empty();
    }
    if (asked != null && decorated == null && titled != null && !asked.equals(titled)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        readings.of(
            "id",
            List.of(
                new Said<>("address", asked),
                new Said<>(DECORATED, decorated),
                new Said<>(".topcard__link", titled))));
  }

  private static @Nullable String decorated(Document document) {
    Element code = document.selectFirst(Html.css(DECORATED));
    return code == null ? null : LinkedInLink.plainNumber(LinkedInApplication.hidden(code));
  }

  private static @Nullable String titled(Document document) {
    return document.select(Html.css(LinkedInPage.TITLE)).stream()
        .limit(1)
        .flatMap(title -> Stream.ofNullable(title.closest(Html.css("a[href]"))))
        .flatMap(link -> Stream.ofNullable(LinkedInLink.number(link.attr("href"))))
        .findFirst()
        .orElse(null);
  }

  /// Of a card: by its name first, for its link may lead to another.
  static @Nullable String ofCard(Element card, Readings readings) {
    String named = LinkedInLink.numberOfUrn(card.attr(URN));
    String numbered = LinkedInLink.plainNumber(card.attr("data-id"));
    return readings.of(
        "id",
        List.of(
            new Said<>(URN, named),
            new Said<>("data-id", numbered),
            new Said<>("link", linked(card))));
  }

  private static @Nullable String linked(Element card) {
    return Stream.concat(
            Stream.of(card),
            card.select(Html.css("a[href*=/jobs/view/]")).stream().limit(MAX_LINKS))
        .flatMap(link -> Stream.ofNullable(LinkedInLink.number(link.attr("href"))))
        .findFirst()
        .orElse(null);
  }

  /// Whether an element names another posting than this one.
  static boolean isOther(Element element, String number) {
    String urn = LinkedInLink.numberOfUrn(element.attr(URN));
    String link = LinkedInLink.number(element.attr("href"));
    return (urn != null && !urn.equals(number)) || (link != null && !link.equals(number));
  }
}
