package com.aiqleads.acquisition.contacting;

import com.aiqleads.kernel.Phone;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first three digits of a number of North America, by which the registry parts its list.
public record AreaCode(String digits) implements Comparable<AreaCode> {

  private static final Pattern SHAPE = Pattern.compile("[2-9][0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("\\+1([2-9][0-9]{2})[0-9]{7}");

  public AreaCode {
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException("no area code");
    }
  }

  /// None of a number from elsewhere.
  public static Optional<AreaCode> of(Phone phone) {
    return Optional.of(NUMBER.matcher(phone.e164()))
        .filter(Matcher::matches)
        .map(number -> new AreaCode(number.group(1)));
  }

  @Override
  public int compareTo(AreaCode other) {
    return digits.compareTo(other.digits);
  }
}
