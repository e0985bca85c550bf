package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.hiring.Headcount;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers of employees as companies' pages write them: `51-200 employees`, `10,001+ employees`.
final class LinkedInHeadcount {

  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,7})";
  private static final Pattern RANGE =
      Pattern.compile(
          NUMBER + "(?:\\s?(?:-|–|to)\\s?" + NUMBER + "|(\\+))?(?:\\s+(?:employees?|people))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALONE =
      Pattern.compile("self-employed|myself only", Pattern.CASE_INSENSITIVE);
  private static final int MOST = 9_999_999;

  private LinkedInHeadcount() {}

  /// Null if the text holds anything else: `200 of 3,000 employees` is no size.
  static @Nullable Headcount of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (ALONE.matcher(text).matches()) {
      return new Headcount(1, 1);
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return null;
    }
    int least = number(range.group(1));
    boolean open = range.group(3) != null;
    int most = range.group(2) == null ? least : number(range.group(2));
    return !open && most < least ? null : new Headcount(least, open ? null : most);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.replace(",", ""));
  }

  /// `numberOfEmployees` of linked data: a number, a value, or bounds.
  static @Nullable Headcount of(Json stated) {
    Integer least = whole(stated.get("minValue"));
    Integer most = whole(stated.get("maxValue"));
    if (least != null && (most == null || most >= least)) {
      return new Headcount(least, most);
    }
    Integer plain = whole(stated);
    Integer one = plain == null ? whole(stated.get("value")) : plain;
    return one == null ? null : new Headcount(one, one);
  }

  private static @Nullable Integer whole(Json value) {
    BigDecimal number = value.number();
    boolean possible =
        number != null && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MOST)) <= 0;
    return number != null && possible ? (Integer) number.intValue() : null;
  }

  /// A count of members lies within the range that the company itself names.
  static boolean agree(Headcount one, Headcount other) {
    return one.holds(other) || other.holds(one);
  }
}
