package com.aiqleads.acquisition.parsing;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The two ids of the posting that a page is about: its number, and since 2026 the token of its
/// address. A page also shows numbers of other postings, so one that is not clearly its own is not
/// taken.
record CraigslistIds(@Nullable String number, @Nullable String token) {

  private static final Pattern POST_ID =
      Pattern.compile("post(?:ing)?\\s?id:?\\s?(\\d{6,12})(?!\\d)", Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_SCRIPT =
      Pattern.compile("pID['\"]?\\s{0,5}:\\s{0,5}['\"]?(\\d{6,12})(?!\\d)");
  private static final Pattern OF_REQUEST =
      Pattern.compile("(?:userpostingid=|/)(\\d{6,12})(?:[?&#].*)?$", Pattern.DOTALL);
  private static final int SCRIPT_WINDOW = 60;
  private static final int MAX_ELEMENTS = 100;
  static final String INFO = ".postinginfo";
  private static final String REPLIES =
      ".otherpostings a[href*=userpostingid], .show-contact[data-href*=/reply],"
          + " .reply-button[data-href]";

  /// Empty if the page is about another posting than its address says, or about nobody knows which.
  static Optional<CraigslistIds> of(String url, Document document, Scripts scripts) {
    CraigslistLink asked = CraigslistLink.in(url);
    CraigslistLink named = canonical(document);
    Set<String> shown = shown(document);
    String number = asked.number();
    if (number == null) {
      number = scripted(scripts);
    }
    if (number == null) {
      number = shown.size() == 1 ? only(shown) : replied(document, shown);
    }
    boolean foreign =
        (number == null && !shown.isEmpty())
            || (number != null && !shown.isEmpty() && !shown.contains(number))
            || named.isOtherThan(asked.number(), asked.token());
    String token = asked.token() == null ? named.token() : asked.token();
    return foreign
        ? Optional.empty()
        : Optional.of(new CraigslistIds(number == null ? named.number() : number, token));
  }

  /// What the site calls the posting: its number, for that has outlived a change of all addresses.
  @Nullable String id() {
    return number == null ? token : number;
  }

  boolean isOther(Element element) {
    String shown = element.is(Html.css(INFO)) ? number(element) : null;
    String pid = element.attr("data-pid");
    String link = element.attr("href");
    return (shown != null && !shown.equals(number))
        || (!pid.isEmpty() && !pid.equals(number))
        || (!link.isEmpty() && CraigslistLink.in(link).isOtherThan(number, token));
  }

  boolean isOwn(Element info) {
    return Objects.equals(number(info), number) && number != null;
  }

  private static Set<String> shown(Document document) {
    return document.select(Html.css(INFO)).stream()
        .limit(MAX_ELEMENTS)
        .flatMap(info -> Stream.ofNullable(number(info)))
        .collect(Collectors.toSet());
  }

  static @Nullable String number(Element info) {
    return found(POST_ID, CraigslistText.line(info));
  }

  private static @Nullable String scripted(Scripts scripts) {
    return scripts.scripts().stream()
        .filter(script -> !script.isLinkedData())
        .flatMap(script -> Stream.ofNullable(scripted(script.text())))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String scripted(String script) {
    int at = script.contains("cl.init") ? script.indexOf("pID") : -1;
    return at < 0
        ? null
        : found(OF_SCRIPT, script.substring(at, Math.min(script.length(), at + SCRIPT_WINDOW)));
  }

  /// The number that requests about the posting carry, if they agree and the page shows it.
  private static @Nullable String replied(Document document, Set<String> shown) {
    Set<String> numbers =
        document.select(Html.css(REPLIES)).stream()
            .limit(MAX_ELEMENTS)
            .map(link -> link.hasAttr("data-href") ? link.attr("data-href") : link.attr("href"))
            .flatMap(link -> Stream.ofNullable(found(OF_REQUEST, Bounds.line(link))))
            .collect(Collectors.toSet());
    boolean clear = numbers.size() == 1 && (shown.isEmpty() || shown.containsAll(numbers));
    return clear ? only(numbers) : null;
  }

  private static CraigslistLink canonical(Document document) {
    return Stream.of("link[rel=canonical]", "meta[property=og:url]")
        .flatMap(own -> Stream.ofNullable(document.selectFirst(Html.css(own))))
        .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("content"))
        .map(CraigslistLink::in)
        .filter(link -> link.id() != null)
        .findFirst()
        .orElse(CraigslistLink.NONE);
  }

  private static String only(Set<String> numbers) {
    return numbers.iterator().next();
  }

  private static @Nullable String found(Pattern pattern, @Nullable String text) {
    Matcher found = pattern.matcher(text == null ? "" : text);
    return found.find() ? found.group(1) : null;
  }
}
