package com.aiqleads.acquisition.parsing;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// What may stand between us and a page, on any site.
final class Obstacles {

  private static final Pattern CHALLENGE =
      phrase(
          "captcha-delivery|cf-challenge|cf_chl_|challenge-platform|press (&amp;|&|and) hold"
              + "|checking your browser|verify (that )?you are (a )?human|are you a robot"
              + "|verifying you are human|review the security of your connection"
              + "|you have been blocked|security service to protect itself");
  private static final Pattern RATE_LIMIT =
      phrase("too many requests|rate limit(ed)? exceeded|rate.?limited|slow down, please");
  private static final Pattern NOT_FOUND =
      phrase("page (was )?not found|404 not found|error 404|we (couldn't|can't|could not) find");
  private static final Pattern CONSENT = phrase("before you continue to|accept all cookies to");
  private static final Pattern LOGIN =
      phrase("(log|sign) ?in to (continue|see|view)|please (log|sign) ?in");
  private static final Pattern UNREACHED =
      phrase("bad gateway|service unavailable|gateway time-?out|err_[a-z_]+|internal server error");

  private Obstacles() {}

  /// The obstacle that the page shows, or unknown if it shows none that we know.
  static PageState in(Document document) {
    String text = document.body().text();
    if (CHALLENGE.matcher(document.outerHtml()).find()) {
      return PageState.CHALLENGE;
    }
    if (RATE_LIMIT.matcher(text).find()) {
      return PageState.RATE_LIMITED;
    }
    if (document.selectFirst(Html.css("input[type=password]")) != null
        || LOGIN.matcher(text).find()) {
      return PageState.LOGIN;
    }
    if (CONSENT.matcher(text).find()) {
      return PageState.CONSENT;
    }
    if (UNREACHED.matcher(text).find()) {
      return PageState.UNREACHED;
    }
    if (NOT_FOUND.matcher(text).find()) {
      return PageState.NOT_FOUND;
    }
    return text.isBlank() ? PageState.UNPAINTED : PageState.UNKNOWN;
  }

  static Pattern phrase(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
