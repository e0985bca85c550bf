package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.Resources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// What each [Evidence] weighs: the binary logarithm of how much more often it is seen of one home
/// than of two. Estimated apart from its use, and kept as data with where it comes from.
public final class MatchModel {

  private static final List<Evidence> EVIDENCE = List.of(Evidence.values());

  private static final MatchModel SHIPPED = read(Resources.lines(MatchModel.class, "model.txt"));

  /// What is shared with more says no less.
  private static final int COMMONEST = 1 << 10;

  private static final double[] LOG2 = new double[COMMONEST + 1];

  static {
    for (int count = 1; count <= COMMONEST; count++) {
      LOG2[count] = log2(count);
    }
  }

  private final int version;
  private final double threshold;
  private final double weakest;
  private final double[] bits = new double[Evidence.values().length];

  /// Of a pair's evidence, how common what it shares was on average where it was estimated.
  private final double[] commonness = new double[bits.length];

  private MatchModel(Map<String, Double> settings, Map<Evidence, Weight> weights) {
    version = (int) setting(settings, "version");
    threshold = setting(settings, "threshold");
    weakest = setting(settings, "weakest");
    for (Evidence each : Evidence.values()) {
      Weight weight = weights.get(each);
      if (weight == null) {
        throw new IllegalArgumentException("the model does not weigh " + each.code());
      }
      bits[each.place()] = weight.bits();
      commonness[each.place()] = weight.commonness();
    }
  }

  public static MatchModel shipped() {
    return SHIPPED;
  }

  /// Rises with every change of the figures.
  public int version() {
    return version;
  }

  /// Two advertisements are of one home from so many bits on.
  public double threshold() {
    return threshold;
  }

  /// With fewer bits between any two of its advertisements, a lead would hold two homes.
  public double weakest() {
    return weakest;
  }

  public double bits(Evidence evidence) {
    return bits[evidence.place()];
  }

  /// How well two advertisements fit.
  public Fit fit(Traits one, Traits other, Commonness common) {
    long levels = Comparison.levels(one, other);
    double sum = 0;
    for (long left = levels; left != 0; left &= left - 1) {
      sum += bits[Long.numberOfTrailingZeros(left)];
    }
    return new Fit(levels, sum - discount(levels, one, other, common));
  }

  /// A shared telephone of an agent, or the address of a big building, says less than that of one
  /// owner or house.
  private double discount(long levels, Traits one, Traits other, Commonness common) {
    double less = 0;
    if ((levels & Evidence.OTHER_STREET.bit()) == 0) {
      Evidence street = EVIDENCE.get(Long.numberOfTrailingZeros(levels));
      boolean sameDoor = (levels & Evidence.SAME_UNIT.bit()) != 0;
      less += tooCommon(street, sameDoor ? 1 : common.leadsAt(one.home()));
    }
    if ((levels & Evidence.SAME_PHONE.bit()) != 0) {
      less += tooCommon(Evidence.SAME_PHONE, rarest(one.phones(), other.phones(), common::leadsOf));
    }
    if ((levels & Evidence.SAME_EMAIL.bit()) != 0) {
      less += tooCommon(Evidence.SAME_EMAIL, rarest(one.emails(), other.emails(), common::leadsOf));
    }
    if ((levels & Evidence.SAME_PHOTO.bit()) != 0) {
      less +=
          tooCommon(
              Evidence.SAME_PHOTO, rarest(one.photos(), other.photos(), common::leadsShowing));
    }
    return less;
  }

  private double tooCommon(Evidence evidence, int leads) {
    return LOG2[Math.clamp(leads, 1, COMMONEST)] - commonness[evidence.place()];
  }

  private static <T> int rarest(Set<T> one, Set<T> other, ToIntFunction<T> count) {
    int least = COMMONEST;
    for (T each : one) {
      if (other.contains(each)) {
        least = Math.min(least, count.applyAsInt(each));
      }
    }
    return least;
  }

  /// Lines of `version 2`, of `same_email 0.97 0.0002 0.1` (how often of one home, how often of
  /// two, how common) and of `other_unit rule -30`.
  static MatchModel read(List<String> lines) {
    Map<String, Double> settings = new HashMap<>();
    Map<Evidence, Weight> weights = new EnumMap<>(Evidence.class);
    for (String line : lines) {
      List<String> words = words(line);
      switch (words.size()) {
        case 0 -> {}
        case 2 -> settings.put(words.getFirst(), Double.valueOf(words.get(1)));
        case 3 -> weights.put(evidence(words), Weight.ruled(words.get(1), number(words, 2)));
        case 4 ->
            weights.put(
                evidence(words),
                Weight.estimated(number(words, 1), number(words, 2), number(words, 3)));
        default -> throw new IllegalArgumentException("no line of a model: " + line);
      }
    }
    return new MatchModel(settings, weights);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>(List.of(line.strip().split(" +", -1)));
    return line.startsWith("#") ? List.of() : words;
  }

  private static double number(List<String> words, int index) {
    return Double.parseDouble(words.get(index));
  }

  private static Evidence evidence(List<String> words) {
    return Evidence.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
  }

  private static double setting(Map<String, Double> settings, String name) {
    Double value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the model has no " + name);
    }
    return value;
  }

  static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private record Weight(double bits, double commonness) {

    static Weight estimated(double m, double u, double commonness) {
      if (!(m > 0 && m < 1 && u > 0 && u < 1)) {
        throw new IllegalArgumentException("no probabilities: " + m + ", " + u);
      }
      return new Weight(log2(m / u), commonness);
    }

    /// Whatever was counted.
    static Weight ruled(String word, double bits) {
      if (!word.equals("rule")) {
        throw new IllegalArgumentException("neither estimated nor ruled: " + word);
      }
      return new Weight(bits, 0);
    }
  }
}
