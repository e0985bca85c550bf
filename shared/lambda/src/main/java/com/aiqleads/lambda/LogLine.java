package com.aiqleads.lambda;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/// JSON on one line, without a library: logging must work when nothing else does.
final class LogLine {

  private static final int FIRST_PRINTABLE = ' ';

  private LogLine() {}

  static String json(Map<String, ?> fields) {
    StringBuilder line = new StringBuilder(256);
    write(line, fields);
    return line.toString();
  }

  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }

  private static void write(StringBuilder line, Object value) {
    switch (value) {
      case Map<?, ?> fields -> object(line, fields);
      case Collection<?> items -> array(line, items);
      case Integer number -> line.append(number.intValue());
      case Long number -> line.append(number.longValue());
      case Double number when Double.isFinite(number) -> line.append(number.doubleValue());
      case Boolean truth -> line.append(truth.booleanValue());
      default -> string(line, String.valueOf(value));
    }
  }

  private static void object(StringBuilder line, Map<?, ?> fields) {
    line.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      line.append(first ? "" : ",");
      string(line, String.valueOf(field.getKey()));
      line.append(':');
      write(line, field.getValue());
      first = false;
    }
    line.append('}');
  }

  private static void array(StringBuilder line, Collection<?> items) {
    line.append('[');
    for (Iterator<?> rest = items.iterator(); rest.hasNext(); ) {
      write(line, rest.next());
      line.append(rest.hasNext() ? "," : "");
    }
    line.append(']');
  }

  private static void string(StringBuilder line, String text) {
    line.append('"');
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      switch (character) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\t' -> line.append("\\t");
        default -> {
          if (character < FIRST_PRINTABLE) {
            line.append(String.format("\\u%04x", (int) character));
          } else {
            line.append(character);
          }
        }
      }
    }
    line.append('"');
  }
}
