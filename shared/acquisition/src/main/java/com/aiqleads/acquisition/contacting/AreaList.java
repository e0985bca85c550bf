package com.aiqleads.acquisition.contacting;

import com.aiqleads.kernel.Phone;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/// The registry's numbers of one area code, a bit for each that can be: 1.2 MB, however many stand
/// on it. Its rows read `305,5550123`.
public final class AreaList {

  private static final Pattern ROW = Pattern.compile("[0-9]{3},[0-9]{7}");
  private static final int LOCAL_DIGITS = 7;

  private final AreaCode area;
  private final Instant version;
  private final BitSet numbers = new BitSet();

  /// The list is of another area, or none at all: nothing on it may be believed.
  public static final class NoAreaList extends Exception {
    private static final long serialVersionUID = 1;

    NoAreaList(String message) {
      super(message);
    }
  }

  /// Empty as yet, and of the time at which the registry gave it.
  public AreaList(AreaCode area, Instant version) {
    this.area = area;
    this.version = version;
  }

  /// What is wrong with a row is said without it.
  public void add(String row) throws NoAreaList {
    if (!ROW.matcher(row).matches()) {
      throw new NoAreaList("a row is of another form");
    }
    if (!row.startsWith(area.digits())) {
      throw new NoAreaList("a row is of another area");
    }
    numbers.set(Integer.parseInt(row.substring(row.length() - LOCAL_DIGITS)));
  }

  public AreaCode area() {
    return area;
  }

  public Instant version() {
    return version;
  }

  public int size() {
    return numbers.cardinality();
  }

  /// Whether it looks like all of it: numbers stay on a list until their owners go, so that none
  /// has lost half since the last one that was believed.
  public boolean isWhole(Optional<Integer> before) {
    return size() > 0 && before.filter(last -> size() < last / 2).isEmpty();
  }

  /// What it says of a number of its area.
  public Scrub scrub(Phone phone) {
    if (!AreaCode.of(phone).filter(area::equals).isPresent()) {
      throw new IllegalArgumentException("the number is of another area than the list");
    }
    String local = phone.e164().substring(phone.e164().length() - LOCAL_DIGITS);
    return new Scrub(ContactRule.NATIONAL, numbers.get(Integer.parseInt(local)), version);
  }
}
