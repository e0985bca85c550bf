package com.aiqleads.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `LeadResolved` is version 1, `LeadResolved.v2` another event beside it.
public record EventName(String name, int version) implements Comparable<EventName> {

  private static final Pattern SHAPE =
      Pattern.compile("([A-Z][A-Za-z0-9]*)(?:\\.v([2-9]|[1-9][0-9]))?");

  public static EventName parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must be an event such as LeadResolved or LeadResolved.v2, not " + text);
    }
    String version = parts.group(2);
    return new EventName(parts.group(1), version == null ? 1 : Integer.parseInt(version));
  }

  /// As manifests write it.
  public String text() {
    return version == 1 ? name : name + ".v" + version;
  }

  /// The simple name of its Java record, which is also its name on the wire and in routes.
  public String recordName() {
    return version == 1 ? name : name + "V" + version;
  }

  @Override
  public int compareTo(EventName other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
