package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// A guest page of LinkedIn and what it is: a posting, some cards of a search, or neither.
///
/// @param asked the number of the posting that its address names; null of a search
/// @param company whose page its address names; null of any other
/// @param cards those of a search, each a posting
record LinkedInPage(
    Document document,
    Scripts scripts,
    @Nullable String asked,
    @Nullable String company,
    List<Element> cards,
    PageState state) {

  static final String TITLE = ".topcard__title";
  static final String ANY_TITLE = TITLE + ", .top-card-layout__title";
  static final String TOP_CARD = ".topcard, .top-card-layout, " + ANY_TITLE;
  static final String DESCRIPTION = ".show-more-less-html__markup, .description__text";
  static final String ELSEWHERE =
      "aside, .similar-jobs, .similar-jobs__list, .people-also-viewed, .more-jobs,"
          + " .browsemap, [class*=similar-jobs]";

  /// Of a search; the cards of similar jobs beside a posting have other classes.
  private static final List<String> CARDS =
      List.of(
          ".base-search-card, .job-search-card",
          ".result-card, .job-result-card",
          "[data-entity-urn*=jobPosting]");

  private static final String SEARCH = "seeMoreJobPostings";
  private static final String RESULTS =
      ".jobs-search__results-list, .jobs-search-results__list, [class*=no-results]";
  private static final String EXPIRED = "trk=expired_jd_redirect";

  private static final Pattern CLOSED = Obstacles.phrase("no longer accepting applications");
  private static final Pattern NOTHING =
      Obstacles.phrase("couldn.t find a match|no matching jobs|no jobs found|(?<!\\d)0 results");
  private static final Pattern CHALLENGE =
      Obstacles.phrase("captcha-delivery|challenge-platform|/checkpoint/challenge");
  private static final Pattern LIMITED =
      Obstacles.phrase("http error (429|999)|request denied|unusual (activity|traffic)");
  private static final Pattern NOT_FOUND =
      Obstacles.phrase(
          "(can.t|couldn.t) (seem to )?find the page|page (doesn.t|does not) exist"
              + "|job (posting )?(isn.t|is not|is no longer) available|page not found");
  private static final Pattern UNREACHED =
      Obstacles.phrase(
          "this site can.t be reached|having trouble finding that site|server not found"
              + "|took too long to respond|unable to connect|refused to connect");
  private static final String WALL = ".authwall, [class*=authwall], #join-form, .join-form";
  private static final int MAX_NOTICES = 100;

  LinkedInPage {
    cards = List.copyOf(cards);
  }

  /// Empty if it is larger than any that a person could read.
  static Optional<LinkedInPage> of(String text, String url) {
    Scripts scripts = Scripts.of(text);
    return Html.parse(scripts.markup(), url).map(document -> of(document, scripts, text, url));
  }

  private static LinkedInPage of(Document document, Scripts scripts, String text, String url) {
    document.forEachNode(LinkedInPage::makeWritable);
    String asked = LinkedInLink.number(url);
    String company = LinkedInLink.companyAt(url);
    if (company != null) {
      PageState state = ofCompany(document, scripts, company, text);
      return new LinkedInPage(document, scripts, null, company, List.of(), state);
    }
    List<Element> cards = asked == null ? cards(document) : List.of();
    PageState state = state(document, asked, cards, text, url);
    return new LinkedInPage(document, scripts, asked, null, cards, state);
  }

  private static void makeWritable(Node node) {
    if (node instanceof TextNode text) {
      text.text(Bounds.writable(text.getWholeText()));
    }
  }

  /// Of the first shape that the page has; a card within another is a part of it.
  private static List<Element> cards(Document document) {
    return CARDS.stream()
        .map(
            shape ->
                document.select(Html.css(shape)).stream()
                    .filter(card -> card.parent() == null || isOutermost(card, shape))
                    .filter(card -> card.closest(Html.css(ELSEWHERE)) == null)
                    .toList())
        .filter(cards -> !cards.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isOutermost(Element card, String shape) {
    Element parent = card.parent();
    return parent == null || parent.closest(Html.css(shape)) == null;
  }

  boolean isPosting() {
    return asked != null || isPosting(document, cards);
  }

  private static boolean isPosting(Document document, List<Element> cards) {
    return cards.isEmpty() && document.selectFirst(Html.css(TITLE)) != null;
  }

  private static PageState state(
      Document document, @Nullable String asked, List<Element> cards, String text, String url) {
    if (LinkedInLink.isWall(url)) {
      return PageState.LOGIN;
    }
    if (Figures.shortened(url, WebAddress.MAX_LENGTH).contains(EXPIRED)) {
      return PageState.GONE;
    }
    if (asked != null || isPosting(document, cards)) {
      return posting(document, text);
    }
    return cards.isEmpty() ? withoutCards(document, text, url) : PageState.CONTENT;
  }

  /// It asks to sign in beside what it shows.
  private static PageState ofCompany(
      Document document, Scripts scripts, String company, String text) {
    return LinkedInCompany.isShown(document, scripts, company)
        ? PageState.CONTENT
        : obstacle(document, text);
  }

  private static PageState posting(Document document, String text) {
    if (isClosed(document)) {
      return PageState.GONE;
    }
    boolean titled =
        document.select(Html.css(ANY_TITLE)).stream().anyMatch(title -> !title.text().isBlank());
    return titled ? PageState.CONTENT : obstacle(document, text);
  }

  /// Said beside the posting: its own text may say so of something else, and a similar job of
  /// itself.
  private static boolean isClosed(Document document) {
    return Stream.concat(
            document.select(Html.css("[class*=closed-job]")).stream(),
            document.getElementsContainingOwnText("no longer accepting").stream())
        .limit(MAX_NOTICES)
        .filter(notice -> notice.closest(Html.css(DESCRIPTION)) == null)
        .filter(
            notice ->
                notice.closest(Html.css(ELSEWHERE)) == null
                    && notice.closest(Html.css("li")) == null)
        .anyMatch(notice -> CLOSED.matcher(notice.text()).find());
  }

  /// The fragment of a search that has come to its end is blank.
  private static PageState withoutCards(Document document, String text, String url) {
    String words = document.body().text();
    if (NOTHING.matcher(words).find() || document.selectFirst(Html.css(RESULTS)) != null) {
      return PageState.EMPTY;
    }
    boolean fragment = Figures.shortened(url, WebAddress.MAX_LENGTH).contains(SEARCH);
    PageState obstacle = obstacle(document, text);
    return fragment && obstacle == PageState.UNPAINTED ? PageState.EMPTY : obstacle;
  }

  private static PageState obstacle(Document document, String text) {
    String words = document.body().text();
    if (isWall(document, text)) {
      return PageState.LOGIN;
    }
    if (text.length() < ZillowPage.MAX_CHALLENGE_LENGTH && CHALLENGE.matcher(text).find()) {
      return PageState.CHALLENGE;
    }
    if (LIMITED.matcher(words).find()) {
      return PageState.RATE_LIMITED;
    }
    PageState general = Obstacles.in(document);
    if (general != PageState.UNKNOWN && general != PageState.UNPAINTED) {
      return general;
    }
    if (UNREACHED.matcher(words).find()
        || document.selectFirst(Html.css("#main-frame-error")) != null) {
      return PageState.UNREACHED;
    }
    return NOT_FOUND.matcher(words).find() || document.selectFirst(Html.css(".not-found")) != null
        ? PageState.NOT_FOUND
        : general;
  }

  /// Also a page that holds nothing but the script that leads there.
  private static boolean isWall(Document document, String text) {
    return document.selectFirst(Html.css(WALL)) != null
        || (document.body().text().isBlank() && text.contains("/authwall"));
  }
}
