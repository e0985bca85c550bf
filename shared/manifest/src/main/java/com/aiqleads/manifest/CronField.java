package com.aiqleads.manifest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of EventBridge's cron expressions, and what each may hold.
enum CronField {
  MINUTES(0, 59, "", ""),
  HOURS(0, 23, "", ""),
  DAY_OF_MONTH(1, 31, "", "\\?|L|LW|(?:[1-9]|[12][0-9]|3[01])W"),
  MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC", ""),
  DAY_OF_WEEK(1, 7, "SUN MON TUE WED THU FRI SAT", "\\?|L|[1-7]L|[1-7]#[1-5]"),
  YEAR(1970, 2199, "", "");

  private static final Pattern ITEM =
      Pattern.compile("(?:\\*|([0-9A-Z]+)(?:-([0-9A-Z]+))?)(?:/([1-9][0-9]*))?");

  private final int min;
  private final int max;
  private final String names;
  private final Pattern special;

  CronField(int min, int max, String names, String special) {
    this.min = min;
    this.max = max;
    this.names = " " + names + " ";
    this.special = Pattern.compile(special);
  }

  static List<String> split(String text) {
    List<String> fields = List.of(text.trim().split(" +"));
    if (fields.size() != values().length) {
      throw new IllegalArgumentException(
          "must have six fields (minutes hours day-of-month month day-of-week year), not " + text);
    }
    Iterator<String> values = fields.iterator();
    for (CronField field : values()) {
      field.check(values.next());
    }
    if (fields.get(2).equals("?") == fields.get(4).equals("?")) {
      throw new IllegalArgumentException(
          "must have ? as day of month or as day of week, one of them, not " + text);
    }
    return fields;
  }

  private void check(String text) {
    boolean good =
        special.matcher(text).matches() || Arrays.stream(text.split(",", -1)).allMatch(this::item);
    if (!good) {
      throw new IllegalArgumentException("does not fit " + this + " of a cron: " + text);
    }
  }

  private boolean item(String text) {
    Matcher parts = ITEM.matcher(text);
    return parts.matches()
        && (parts.group(1) == null || number(parts.group(1)))
        && (parts.group(2) == null || number(parts.group(2)));
  }

  private boolean number(String text) {
    if (names.contains(" " + text + " ")) {
      return true;
    }
    return text.matches("[0-9]{1,4}")
        && Integer.parseInt(text) >= min
        && Integer.parseInt(text) <= max;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
