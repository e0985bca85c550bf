package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.corpus.Agreement;
import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.CandidatePairs;
import com.aiqleads.acquisition.resolution.CandidatePairs.Pair;
import com.aiqleads.acquisition.resolution.CorpusRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Estimates the model from a labelled corpus and prints it as the file that is shipped, with what
/// each threshold would give. Fails rather than print a model that means nothing.
public final class EstimateModel {

  private static final int LISTINGS = 30_000;
  private static final int CAP = 50;
  private static final int LEAST_PAIRS = 5_000;
  private static final double SMOOTHING = 0.5;

  /// What an invented market has never shown may happen in a real one.
  private static final double RAREST = 0.0005;

  /// What no estimate may soften: a misread label weighs as much as a misread unit.
  private static final Map<Evidence, Double> RULES =
      Map.of(Evidence.OTHER_STREET, -200.0, Evidence.OTHER_UNIT, -200.0);

  private final Map<String, Set<Integer>> homesOf = new HashMap<>();
  private final long[] same = new long[Evidence.values().length];
  private final long[] different = new long[Evidence.values().length];
  private final double[] commonness = new double[Evidence.values().length];
  private long samePairs;
  private long differentPairs;

  private EstimateModel() {}

  public static void main(String[] arguments) {
    LabelledCorpus corpus = LabelledCorpus.of(LabelledCorpus.ESTIMATED_ON, LISTINGS);
    EstimateModel estimate = new EstimateModel();
    estimate.count(corpus);
    List<String> lines = estimate.lines();
    lines.forEach(System.out::println);
    for (double threshold = 6; threshold <= 10; threshold += 0.5) {
      tried(corpus, lines, threshold, -6);
    }
    for (double weakest = -12; weakest <= 0; weakest += 3) {
      tried(corpus, lines, 8, weakest);
    }
  }

  private static void tried(
      LabelledCorpus corpus, List<String> model, double threshold, double weakest) {
    List<String> lines = new ArrayList<>(model);
    lines.add("threshold " + threshold);
    lines.add("weakest " + weakest);
    Agreement agreement = CorpusRun.agreement(corpus, MatchModel.read(lines));
    System.out.printf(
        Locale.ROOT,
        "# threshold %.1f weakest %.1f: precision %.4f recall %.4f b-cubed %.4f %.4f%n",
        threshold,
        weakest,
        agreement.precision(),
        agreement.recall(),
        agreement.bCubedPrecision(),
        agreement.bCubedRecall());
  }

  private void count(LabelledCorpus corpus) {
    List<Advertisement> all = corpus.advertisements();
    List<Traits> traits = CandidatePairs.traits(all);
    List<Integer> homes = all.stream().map(one -> corpus.homes().get(one.listing().id())).toList();
    for (int index = 0; index < traits.size(); index++) {
      int home = homes.get(index);
      shared(traits.get(index))
          .forEach(what -> homesOf.computeIfAbsent(what, _ -> new HashSet<>()).add(home));
    }
    for (Pair pair : CandidatePairs.of(traits)) {
      count(
          traits.get(pair.one()),
          traits.get(pair.other()),
          homes.get(pair.one()).equals(homes.get(pair.other())));
    }
  }

  private static List<String> shared(Traits traits) {
    List<String> shared = new ArrayList<>();
    shared.add(street(traits.home()));
    traits.phones().forEach(phone -> shared.add(phone.e164()));
    traits.emails().forEach(email -> shared.add(email.address()));
    shared.addAll(traits.photos());
    return shared;
  }

  private static String street(Home home) {
    return home.zip() + " " + home.number() + " " + home.name();
  }

  private void count(Traits one, Traits other, boolean isSame) {
    long levels = Comparison.levels(one, other);
    samePairs += isSame ? 1 : 0;
    differentPairs += isSame ? 0 : 1;
    for (Evidence each : Evidence.values()) {
      if ((levels & each.bit()) == 0) {
        continue;
      }
      (isSame ? same : different)[each.place()]++;
      if (!isSame) {
        commonness[each.place()] += common(each, one, other);
      }
    }
  }

  private double common(Evidence evidence, Traits one, Traits other) {
    return switch (evidence) {
      case SAME_STREET, SIMILAR_STREET, MISSPELT_STREET, OTHER_ZIP, SLIPPED_NUMBER ->
          log(street(one.home()));
      // The corpus names at most one of each.
      case SAME_PHONE -> log(one.phones().iterator().next().e164());
      case SAME_EMAIL -> log(one.emails().iterator().next().address());
      case SAME_PHOTO ->
          one.photos().stream()
              .filter(other.photos()::contains)
              .mapToDouble(this::log)
              .min()
              .orElse(0);
      default -> 0;
    };
  }

  private double log(String what) {
    return MatchModel.log2(Math.min(CAP, homesOf.getOrDefault(what, Set.of()).size()));
  }

  private List<String> lines() {
    if (samePairs < LEAST_PAIRS || differentPairs < LEAST_PAIRS) {
      throw new IllegalStateException("too few pairs to estimate anything");
    }
    List<String> lines = new ArrayList<>();
    lines.add("version 2");
    for (Evidence each : Evidence.values()) {
      lines.add(line(each));
    }
    return lines;
  }

  private String line(Evidence evidence) {
    Double rule = RULES.get(evidence);
    if (rule != null) {
      return String.format(Locale.ROOT, "%s rule %.0f", evidence.code(), rule);
    }
    int index = evidence.place();
    double m = share(same, evidence, samePairs);
    double u = share(different, evidence, differentPairs);
    double common = different[index] == 0 ? 0 : commonness[index] / different[index];
    return String.format(Locale.ROOT, "%s %.6f %.6f %.2f", evidence.code(), m, u, common);
  }

  /// Of the pairs that say anything of the feature.
  private static double share(long[] counts, Evidence evidence, long pairs) {
    List<Evidence> levels =
        Arrays.stream(Evidence.values())
            .filter(each -> each.feature() == evidence.feature())
            .toList();
    long all =
        levels.size() == 1 ? pairs : levels.stream().mapToLong(each -> counts[each.place()]).sum();
    if (all == 0) {
      throw new IllegalStateException("no pair says anything of " + evidence.feature());
    }
    double share =
        (counts[evidence.place()] + SMOOTHING) / (all + SMOOTHING * levels.size() + SMOOTHING);
    return Math.clamp(share, RAREST, 1 - RAREST);
  }
}
