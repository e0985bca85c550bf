package com.aiqleads.acquisition.parsing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Similar jobs beside the posting that a page is about, which have elements of the same names.
record LinkedInForeign(Document document, String number) {

  private static final String FOREIGN = "[data-entity-urn*=jobPosting], a[href*=/jobs/view/]";
  private static final List<String> OWN =
      List.of(
          LinkedInPage.ANY_TITLE,
          LinkedInPage.DESCRIPTION,
          LinkedInPosting.CRITERIA,
          LinkedInPosting.ORGANISATION,
          "code");
  private static final int MAX_FOREIGN = 2_000;

  /// A page shows one of each, or a handful.
  private static final int MAX_OWN = 50;

  void drop() {
    document.select(Html.css(LinkedInPage.ELSEWHERE)).remove();
    Kept kept = new Kept(document);
    OWN.stream()
        .flatMap(selector -> document.select(Html.css(selector)).stream().limit(MAX_OWN))
        .filter(own -> !isWithinOther(own))
        .forEach(kept::add);
    Set<Element> told = told();
    document.select(Html.css(FOREIGN)).stream()
        .filter(element -> LinkedInIds.isOther(element, number) && !told.contains(element))
        .filter(element -> !kept.holds(element))
        .limit(MAX_FOREIGN)
        .toList()
        .forEach(kept::dropAround);
  }

  /// What the posting's own text holds: it may speak of other postings.
  private Set<Element> told() {
    Set<Element> told = new HashSet<>();
    document.select(Html.css(LinkedInPage.DESCRIPTION)).stream()
        .limit(MAX_OWN)
        .filter(text -> !told.contains(text))
        .forEach(text -> told.addAll(text.getAllElements()));
    return told;
  }

  private boolean isWithinOther(Element own) {
    Element named = own.closest(Html.css("[data-entity-urn*=jobPosting]"));
    Element linked = own.closest(Html.css("a[href*=/jobs/view/]"));
    Element item = own.closest(Html.css("li"));
    Element itemLink =
        item == null || item.selectFirst(Html.css("h1, " + LinkedInPage.DESCRIPTION)) != null
            ? null
            : item.selectFirst(Html.css("a[href*=/jobs/view/]"));
    return Stream.of(
            Optional.ofNullable(named), Optional.ofNullable(linked), Optional.ofNullable(itemLink))
        .flatMap(Optional::stream)
        .anyMatch(element -> LinkedInIds.isOther(element, number));
  }
}
