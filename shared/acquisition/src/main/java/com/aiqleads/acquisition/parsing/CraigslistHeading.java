package com.aiqleads.acquisition.parsing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A heading of before 2013, in which price, rooms, title and place are one text: `$250000 / 3br -
/// House with a mango tree (Coral Way)`, or the price behind the title.
///
/// @param title without the rest
/// @param figures the text in which price and rooms stand
record CraigslistHeading(@Nullable String title, @Nullable String figures) {

  private static final CraigslistHeading NONE = new CraigslistHeading(null, null);
  private static final Pattern BEFORE =
      Pattern.compile(
          "^\\$[\\d,]{1,14}(?:\\s?/\\s?\\d{1,2}br)?(?:\\s?-\\s?\\d{2,6}ft²?)?\\s?-\\s?");
  private static final Pattern BEHIND = Pattern.compile("\\s-\\s\\$[\\d,]{1,14}$");
  private static final Pattern PLACE = Pattern.compile("\\s\\([^()]{1,100}\\)$");

  static CraigslistHeading of(Document document) {
    Element heading = document.selectFirst(Html.css(".postingtitle, .postingtitletext, h2"));
    String text = heading == null ? "" : heading.text().strip();
    if (text.isEmpty()) {
      return NONE;
    }
    String bounded = Figures.shortened(text, Bounds.MAX_TITLE_LENGTH);
    String bare = PLACE.matcher(bounded).replaceFirst("");
    Matcher before = BEFORE.matcher(bare);
    Matcher behind = BEHIND.matcher(bare);
    if (before.find()) {
      return new CraigslistHeading(bare.substring(before.end()).strip(), before.group());
    }
    return behind.find()
        ? new CraigslistHeading(bare.substring(0, behind.start()).strip(), behind.group())
        : new CraigslistHeading(bare.strip(), null);
  }
}
