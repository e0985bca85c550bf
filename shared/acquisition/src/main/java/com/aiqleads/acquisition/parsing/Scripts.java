package com.aiqleads.acquisition.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A page parted into its markup and what its scripts hold: sites ship data by the megabyte in
/// scripts, through which no reader of markup needs to walk.
///
/// @param markup the page with empty scripts
record Scripts(String markup, List<Script> scripts) {

  private static final String START = "<script";
  private static final String END = "</script";
  private static final int MAX_SCRIPTS = 500;
  private static final int MAX_ATTRIBUTES_LENGTH = 1_000;

  /// One of them.
  ///
  /// @param attributes as the page writes them, in lower case
  record Script(String attributes, String text) {

    boolean isLinkedData() {
      return attributes.contains("ld+json");
    }

    boolean isNamed(String id) {
      return attributes.contains(id);
    }
  }

  Scripts {
    scripts = List.copyOf(scripts);
  }

  static Scripts of(String page) {
    StringBuilder markup = new StringBuilder();
    List<Script> scripts = new ArrayList<>();
    int done = 0;
    for (int start = find(START, page, 0); start >= 0; start = find(START, page, done)) {
      int text = page.indexOf('>', start) + 1;
      if (text == 0) {
        break;
      }
      int found = find(END, page, text);
      int end = found < 0 ? page.length() : found;
      markup.append(page, done, text);
      if (scripts.size() < MAX_SCRIPTS) {
        scripts.add(script(page, start, text, end));
      }
      done = end;
    }
    return new Scripts(markup.append(page, done, page.length()).toString(), scripts);
  }

  /// The value of the first script of linked data with this id.
  Optional<Json> linkedData(String id) {
    return scripts.stream()
        .filter(script -> script.isLinkedData() && script.isNamed(id))
        .findFirst()
        .flatMap(script -> Json.parse(script.text()));
  }

  private static Script script(String page, int start, int text, int end) {
    String attributes = page.substring(start + START.length(), text - 1);
    return new Script(
        Figures.shortened(attributes, MAX_ATTRIBUTES_LENGTH).toLowerCase(Locale.ROOT),
        page.substring(text, end));
  }

  private static int find(String tag, String page, int from) {
    for (int at = page.indexOf('<', from); at >= 0; at = page.indexOf('<', at + 1)) {
      if (page.regionMatches(true, at, tag, 0, tag.length())) {
        return at;
      }
    }
    return -1;
  }
}
