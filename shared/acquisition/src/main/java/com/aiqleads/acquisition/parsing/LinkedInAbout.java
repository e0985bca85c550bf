package com.aiqleads.acquisition.parsing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The list of facts on a company's page: a label and its value, also found by the mark of the row,
/// which is the same in every language.
record LinkedInAbout(@Nullable Element section) {

  private static final String SECTION = "[data-test-id=about-us]";
  private static final String TERM = "dt";
  private static final String VALUE = "dd";

  static LinkedInAbout in(Document document) {
    return new LinkedInAbout(document.selectFirst(Html.css(SECTION)));
  }

  boolean isShown() {
    return section != null && section.selectFirst(Html.css(TERM)) != null;
  }

  @Nullable Element labelled(String... labels) {
    return terms()
        .filter(term -> isOneOf(term, List.of(labels)))
        .flatMap(term -> Stream.ofNullable(term.nextElementSibling()))
        .filter(value -> value.normalName().equals(VALUE))
        .findFirst()
        .orElse(null);
  }

  @Nullable Element marked(String mark) {
    return terms()
        .flatMap(term -> Stream.ofNullable(term.parent()))
        .filter(row -> row.attr("data-test-id").equals("about-us__" + mark))
        .flatMap(row -> Stream.ofNullable(row.selectFirst(Html.css(VALUE))))
        .findFirst()
        .orElse(null);
  }

  private Stream<Element> terms() {
    return section == null
        ? Stream.empty()
        : section.select(Html.css(TERM)).stream().limit(Bounds.MAX_FACTS);
  }

  private static boolean isOneOf(Element term, List<String> labels) {
    String label = LinkedInText.line(term);
    return label != null
        && labels.contains(label.toLowerCase(Locale.ROOT).replace(":", "").strip());
  }
}
