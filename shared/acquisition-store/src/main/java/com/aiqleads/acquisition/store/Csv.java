package com.aiqleads.acquisition.store;

import java.util.ArrayList;
import java.util.List;

/// Rows of texts with commas between them, in quotes where they hold a comma, a quote or a break.
/// One pass over the text; what is malformed makes odd cells, never a failure.
final class Csv {

  private static final char QUOTE = '"';

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;

  private Csv(String text) {
    this.text = text;
  }

  static List<List<String>> rows(String text) {
    return new Csv(text).read();
  }

  static String row(List<String> cells) {
    return String.join(",", cells.stream().map(Csv::written).toList());
  }

  private static String written(String cell) {
    String line = cell.replaceAll("[\\r\\n]", " ");
    return QUOTE + line.replace("\"", "\"\"") + QUOTE;
  }

  private List<List<String>> read() {
    int index = 0;
    while (index < text.length()) {
      index = quoted ? within(index) : between(index);
    }
    endRow();
    return rows;
  }

  private int within(int index) {
    char character = text.charAt(index);
    if (character != QUOTE) {
      cell.append(character);
      return index + 1;
    }
    boolean isDouble = index + 1 < text.length() && text.charAt(index + 1) == QUOTE;
    if (isDouble) {
      cell.append(QUOTE);
      return index + 2;
    }
    quoted = false;
    return index + 1;
  }

  private int between(int index) {
    char character = text.charAt(index);
    switch (character) {
      case QUOTE -> quoted = true;
      case ',' -> endCell();
      case '\n' -> endRow();
      case '\r' -> {}
      default -> cell.append(character);
    }
    return index + 1;
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (row.size() > 1 || !row.getFirst().isBlank()) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }
}
