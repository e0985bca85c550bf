package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Phone;
import java.util.Set;
import java.util.regex.Pattern;

/// What a phone number says of itself, by the plan of North American numbers.
public enum LineType {
  /// Of a place: a landline or a mobile, which the number does not tell.
  GEOGRAPHIC,
  TOLL_FREE,
  PREMIUM,
  /// No number of that plan, or none that anybody can be given.
  UNASSIGNABLE;

  private static final Pattern PLAN = Pattern.compile("\\+1([2-9][0-9]{2})([2-9][0-9]{2})[0-9]{4}");
  private static final Set<String> FREE = Set.of("800", "833", "844", "855", "866", "877", "888");

  public static LineType of(Phone phone) {
    var number = PLAN.matcher(phone.e164());
    if (!number.matches()) {
      return UNASSIGNABLE;
    }
    String area = number.group(1);
    if (FREE.contains(area)) {
      return TOLL_FREE;
    }
    if (area.equals("900")) {
      return PREMIUM;
    }
    return isService(area) || isService(number.group(2)) ? UNASSIGNABLE : GEOGRAPHIC;
  }

  /// Such as 911.
  private static boolean isService(String digits) {
    return digits.endsWith("11");
  }

  /// Whether a private seller can have it.
  public boolean isPrivate() {
    return this == GEOGRAPHIC;
  }
}
