package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The seller's window of an fsbo.com page: a label's element, then its value's. Two phones are
/// possible, and "Phone:" may hold a mail address.
final class FsboContact {

  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[/;,&|]|\\bor\\b)\\s*");
  private static final int MAX_VALUES = 5;

  private FsboContact() {}

  static RawContact of(FsboDetail detail) {
    Element window = detail.first("#sellerModal .modal-body");
    if (window == null) {
      return RawContact.NONE;
    }
    List<String> names = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    for (Element element : window.select("*")) {
      switch (label(element)) {
        case "contact" -> names.addAll(values(element));
        case "phone", "phone 2", "email", "email address" -> ways.addAll(values(element));
        default -> {}
      }
    }
    return new RawContact(first(names), only(ways, false), only(ways, true));
  }

  private static String label(Element element) {
    String own = element.ownText().strip();
    return own.endsWith(":")
        ? own.substring(0, own.length() - 1).strip().toLowerCase(Locale.ROOT)
        : "";
  }

  private static List<String> values(Element label) {
    Element value = label.nextElementSibling();
    return value == null || !label(value).isEmpty() ? List.of() : Lines.of(value);
  }

  private static List<String> only(List<String> ways, boolean mail) {
    return ways.stream()
        .flatMap(
            way ->
                way.contains("@") ? Stream.of(way.split("[\\s;,]+")) : BETWEEN.splitAsStream(way))
        .map(String::strip)
        .filter(way -> !way.isEmpty() && way.contains("@") == mail)
        .distinct()
        .limit(MAX_VALUES)
        .toList();
  }

  private static @Nullable String first(List<String> names) {
    return names.isEmpty() ? null : names.getFirst();
  }
}
