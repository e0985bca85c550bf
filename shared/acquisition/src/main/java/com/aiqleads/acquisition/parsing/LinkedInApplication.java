package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.Application.Where;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// How to apply, in the three states that a guest page shows: until 2026 it hid the company's
/// address in a comment, since then only a sign on the button tells that there is one.
final class LinkedInApplication {

  private static final String ADDRESS = "code#applyUrl";
  private static final String OFF_SITE =
      "[class*=offsite-apply], [data-svg-class-name*=offsite-apply],"
          + " [data-tracking-control-name*=apply-link-offsite]";
  private static final String ON_SITE =
      "[class*=onsite-apply], [data-svg-class-name*=onsite-apply],"
          + " [data-tracking-control-name*=apply-link-onsite],"
          + " [data-tracking-control-name*=apply-link-simple_onsite]";
  private static final String BUTTON = ".apply-button, .top-card-layout__cta";
  private static final Pattern EASY = Obstacles.phrase("easy apply");
  private static final Pattern WRAPPED = Pattern.compile("[?&]url=([^&#]{1,2000})");
  private static final int MAX_BUTTONS = 20;

  private LinkedInApplication() {}

  static Application of(Document document, LinkedInData data, Readings readings) {
    String url = url(document);
    boolean offSite = url != null || document.selectFirst(Html.css(OFF_SITE)) != null;
    Boolean direct = data.isDirectApply();
    Where shown = offSite ? Where.OFF_SITE : isOnSite(document) ? Where.ON_SITE : null;
    Where both = offSite && isOnSite(document) ? Where.ON_SITE : null;
    Where said = direct == null || !direct ? null : Where.ON_SITE;
    int before = readings.conflicts().size();
    Where where =
        readings.of(
            "application",
            List.of(
                new Said<>("apply button", shown),
                new Said<>("another apply button", both),
                new Said<>("ld directApply", said)));
    boolean contradicted = readings.conflicts().size() > before;
    if (where == null || contradicted) {
      return Application.UNKNOWN;
    }
    return new Application(where, where == Where.OFF_SITE ? url : null);
  }

  private static boolean isOnSite(Document document) {
    return document.selectFirst(Html.css(ON_SITE)) != null
        || document.select(Html.css(BUTTON)).stream()
            .limit(MAX_BUTTONS)
            .map(LinkedInText::line)
            .anyMatch(words -> words != null && EASY.matcher(words).find());
  }

  /// The company's own; what leads to LinkedIn again is not it.
  private static @Nullable String url(Document document) {
    return Optional.ofNullable(document.selectFirst(Html.css(ADDRESS)))
        .map(LinkedInApplication::hidden)
        .map(LinkedInApplication::unwrapped)
        .flatMap(address -> WebAddress.of(document.baseUri(), address))
        .filter(LinkedInApplication::isElsewhere)
        .map(URI::toASCIIString)
        .orElse(null);
  }

  /// What stands in the element: a text in quotes, within a comment.
  static @Nullable String hidden(Element code) {
    String comment =
        code.childNodes().stream()
            .filter(node -> node instanceof org.jsoup.nodes.Comment)
            .map(node -> ((org.jsoup.nodes.Comment) node).getData())
            .findFirst()
            .orElseGet(code::wholeText)
            .strip();
    if (comment.isEmpty() || comment.length() > 2 * WebAddress.MAX_LENGTH) {
      return null;
    }
    String text = Json.parse(comment).map(Json::text).orElse(comment);
    return Objects.requireNonNullElse(text, comment);
  }

  static String unwrapped(String address) {
    Matcher wrapped = WRAPPED.matcher(Figures.shortened(address, 2 * WebAddress.MAX_LENGTH));
    if (!wrapped.find()) {
      return address;
    }
    try {
      return URLDecoder.decode(wrapped.group(1), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException damaged) {
      return "";
    }
  }

  static boolean isElsewhere(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
    return !host.equals("linkedin.com") && !host.endsWith(".linkedin.com");
  }
}
