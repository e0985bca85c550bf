package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// The seller's window of an fsbo.com page: a label's element, then its value's. Two phones are
/// possible, and "Phone:" may hold a mail address.
final class FsboContact {

  private static final Pattern BETWEEN_PHONES =
      Pattern.compile(
          "[/;,&|]|(?<!\\w)or(?!\\w)"
              + "|(?<=\\d{4})\\s{1,5}(?=\\(?\\d{3}\\)?[\\s.-]{0,2}\\d{3}[\\s.-]?\\d{4})");
  private static final Pattern BETWEEN_EMAILS = Pattern.compile("[;,]");

  private FsboContact() {}

  static RawContact of(FsboDetail detail) {
    Element window = detail.first("#sellerModal .modal-body");
    if (window == null) {
      return RawContact.NONE;
    }
    List<String> names = new ArrayList<>();
    List<String> phones = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    for (Element element : window.stream().limit(Bounds.MAX_CONTACT_ELEMENTS).toList()) {
      List<String> values = values(element);
      switch (label(element)) {
        case "contact" -> names.addAll(values);
        case "phone" -> values.forEach(value -> (value.contains("@") ? emails : phones).add(value));
        case "email", "email address" -> emails.addAll(values);
        default -> {}
      }
    }
    return new RawContact(
        names.isEmpty() ? null : names.getFirst(),
        each(phones, BETWEEN_PHONES),
        each(emails, BETWEEN_EMAILS));
  }

  private static String label(Element element) {
    String own = element.ownText().strip();
    return own.endsWith(":")
        ? own.substring(0, own.length() - 1).strip().toLowerCase(Locale.ROOT)
        : "";
  }

  /// The label may stand in elements of its own, within the one that the value follows.
  private static List<String> values(Element label) {
    Element around = label;
    for (Element parent = around.parent();
        around.nextElementSibling() == null && parent != null && isLabel(parent);
        parent = around.parent()) {
      around = parent;
    }
    Element value = around.nextElementSibling();
    return value == null || isLabel(value) ? List.of() : Lines.of(value);
  }

  /// One label and nothing else: two of them are a window in which nothing is filled in.
  private static boolean isLabel(Element element) {
    String text = element.text().strip();
    return text.indexOf(':') == text.length() - 1 && !text.isEmpty();
  }

  /// One element may hold several.
  private static List<String> each(List<String> values, Pattern between) {
    return values.stream()
        .flatMap(between::splitAsStream)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }
}
